package dev.orderflow.order.domain.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A product at its current price. */
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

    /** Changes name and price. Existing orders keep theirs. */
    public void change(String newName, long newUnitPrice) {
        this.name = newName;
        this.unitPrice = newUnitPrice;
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
