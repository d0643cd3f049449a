package dev.orderflow.inventory.domain.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * The stock of one SKU in units. Holding reserves units, selling removes them, giving back makes them available again;
 * always {@code 0 <= reserved <= onHand}. Items change only under their row lock, so each order of a batch sees what
 * earlier ones took.
 */
@Entity
@Table(name = "stock")
public class StockItem {

    @Id
    private String sku;

    @Column(name = "on_hand")
    private long onHand;

    private long reserved;

    @Column(name = "low_at")
    private long lowAt;

    @Version
    private long version;

    protected StockItem() {}

    public StockItem(String sku, long onHand) {
        this.sku = sku;
        this.onHand = onHand;
    }

    /** Restores a stored item. */
    public StockItem(StockBalance balance, long lowAt) {
        this.sku = balance.sku();
        this.onHand = balance.onHand();
        this.reserved = balance.reserved();
        this.version = balance.version();
        this.lowAt = lowAt;
    }

    public String sku() {
        return sku;
    }

    public StockBalance balance() {
        return new StockBalance(sku, onHand, reserved, version);
    }

    public long available() {
        return onHand - reserved;
    }

    public void hold(int quantity) {
        requireAtMost(available(), quantity);
        reserved += quantity;
    }

    public void giveBack(int quantity) {
        requireAtMost(reserved, quantity);
        reserved -= quantity;
    }

    public void sell(int quantity) {
        requireAtMost(reserved, quantity);
        reserved -= quantity;
        onHand -= quantity;
    }

    /**
     * Adjusts the units on hand.
     *
     * @return false, without any change, if fewer units would remain than are reserved
     */
    public boolean adjust(StockAdjustment adjustment) {
        long target = adjustment.target(onHand);
        if (target < reserved) {
            return false;
        }
        onHand = target;
        return true;
    }

    /** Sets the threshold in available units below which stock is low; 0 disables it. */
    public void lowAt(long units) {
        lowAt = units;
    }

    public long lowAt() {
        return lowAt;
    }

    /** Returns whether the last movement made the stock fall below its threshold. */
    public boolean hasFallenLow(StockMovement last) {
        return available() < lowAt && available() - last.availableChange() >= lowAt;
    }

    private void requireAtMost(long limit, int quantity) {
        if (quantity <= 0 || quantity > limit) {
            throw new IllegalStateException("%d of %s where at most %d are possible".formatted(quantity, sku, limit));
        }
    }
}
