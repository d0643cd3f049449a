package dev.orderflow.inventory.domain.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * The stock of one SKU, in units. Reserving sets units aside, selling takes them out, releasing makes them available
 * again; always {@code 0 <= reserved <= onHand}. It is changed under its row lock only, so within a batch each order
 * sees what the ones before it took.
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

    /** One that is stored. */
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
     * Puts right what is on hand.
     *
     * @return false, and nothing has changed, if less were left than is reserved
     */
    public boolean adjust(StockAdjustment adjustment) {
        long target = adjustment.target(onHand);
        if (target < reserved) {
            return false;
        }
        onHand = target;
        return true;
    }

    /** When fewer than so many are available, stock is low; 0 means never. */
    public void lowAt(long units) {
        lowAt = units;
    }

    public long lowAt() {
        return lowAt;
    }

    /** Whether the last change has made a stock low that was not. */
    public boolean hasFallenLow(StockMovement last) {
        return available() < lowAt && available() - last.availableChange() >= lowAt;
    }

    private void requireAtMost(long limit, int quantity) {
        if (quantity <= 0 || quantity > limit) {
            throw new IllegalStateException("%d of %s where at most %d are possible".formatted(quantity, sku, limit));
        }
    }
}
