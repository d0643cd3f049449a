package dev.orderflow.inventory.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * The stock of one SKU, in units. Reserving sets units aside, selling takes them out, releasing makes them available again;
 * always {@code 0 <= reserved <= onHand}. It is changed under its row lock only, so within a batch each order sees what the
 * ones before it took.
 */
@Entity
@Table(name = "stock")
public class StockItem {

    @Id
    private String sku;

    @Column(name = "on_hand")
    private long onHand;

    private long reserved;

    @Version
    private long version;

    protected StockItem() {}

    public StockItem(String sku, long onHand) {
        this.sku = sku;
        this.onHand = onHand;
    }

    public String sku() {
        return sku;
    }

    public Level level() {
        return new Level(sku, onHand, reserved, version);
    }

    public long available() {
        return onHand - reserved;
    }

    void hold(int quantity) {
        requireAtMost(available(), quantity);
        reserved += quantity;
    }

    void giveBack(int quantity) {
        requireAtMost(reserved, quantity);
        reserved -= quantity;
    }

    void sell(int quantity) {
        requireAtMost(reserved, quantity);
        reserved -= quantity;
        onHand -= quantity;
    }

    /**
     * Adds units, or takes them away where the quantity is negative.
     *
     * @return false, and nothing has changed, if less were left than is reserved
     */
    public boolean adjust(int quantity) {
        long adjusted = Math.addExact(onHand, quantity);
        if (adjusted < reserved) {
            return false;
        }
        onHand = adjusted;
        return true;
    }

    private void requireAtMost(long limit, int quantity) {
        if (quantity <= 0 || quantity > limit) {
            throw new IllegalStateException("%d of %s where at most %d are possible".formatted(quantity, sku, limit));
        }
    }
}
