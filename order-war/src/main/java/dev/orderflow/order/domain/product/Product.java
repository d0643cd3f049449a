package dev.orderflow.order.domain.product;

import dev.orderflow.order.domain.OrderLine;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Something that can be ordered, at its present price. */
@Entity
@Table(name = "product")
public class Product {

    @Id
    private String sku;

    @Version
    private long version;

    private String name;

    @Column(name = "unit_price")
    private long unitPrice;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Product() {}

    public Product(String sku, String name, long unitPrice) {
        this.sku = sku;
        this.name = name;
        this.unitPrice = unitPrice;
    }

    /** Changes name and price. Orders that were placed before keep theirs. */
    public void change(String newName, long newUnitPrice) {
        this.name = newName;
        this.unitPrice = newUnitPrice;
    }

    /** A line for so many units at the present price. */
    public OrderLine line(int quantity) {
        return new OrderLine(sku, name, quantity, unitPrice);
    }

    public String sku() {
        return sku;
    }

    public long version() {
        return version;
    }

    public String name() {
        return name;
    }

    /** In minor units. */
    public long unitPrice() {
        return unitPrice;
    }
}
