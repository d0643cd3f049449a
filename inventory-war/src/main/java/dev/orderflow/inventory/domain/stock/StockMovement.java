package dev.orderflow.inventory.domain.stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the stock ledger: a change of the units on hand, of the reserved units or of both, with its cause and the
 * balance after it. Entries are never changed or deleted, so both counters of a SKU are the sums of its movements.
 */
@Entity
@Table(name = "stock_movement")
public class StockMovement {

    @Id
    private UUID id;

    /** Assigned by the database under the lock of the SKU, so it increases with each change of the SKU. */
    @Column(insertable = false, updatable = false)
    private @Nullable Long seq;

    private String sku;

    @Enumerated(EnumType.STRING)
    private MovementKind kind;

    private long quantity;

    @Column(name = "reserved_change")
    private long reservedChange;

    @Column(name = "on_hand_after")
    private long onHandAfter;

    @Column(name = "reserved_after")
    private long reservedAfter;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant at;

    @Column(name = "order_id")
    private @Nullable UUID orderId;

    @Column(name = "idempotency_key")
    private @Nullable String idempotencyKey;

    private @Nullable String reason;

    @Column(name = "version_after")
    private @Nullable Long versionAfter;

    @SuppressWarnings("NullAway.Init")
    protected StockMovement() {}

    private StockMovement(UUID id, MovementKind kind, long units, StockBalance after) {
        this.id = id;
        this.sku = after.sku();
        this.kind = kind;
        this.quantity = kind.onHandChange(units);
        this.reservedChange = kind.reservedChange(units);
        this.onHandAfter = after.onHand();
        this.reservedAfter = after.reserved();
    }

    /** Units were reserved for an order, sold or given back. */
    public static StockMovement ofOrder(UUID id, MovementKind kind, UUID orderId, int units, StockBalance after) {
        var movement = new StockMovement(id, kind, units, after);
        movement.orderId = orderId;
        return movement;
    }

    /**
     * A person adjusted the units on hand.
     *
     * @param before units on hand before the adjustment
     */
    public static StockMovement adjusted(UUID id, StockAdjustment adjustment, long before, StockBalance after) {
        var movement = new StockMovement(id, adjustment.kind().movement(), after.onHand() - before, after);
        movement.idempotencyKey = adjustment.key();
        movement.reason = adjustment.reason();
        movement.versionAfter = after.version();
        return movement;
    }

    /** Returns whether this entry resulted from the adjustment. If not, the key was used for something else. */
    public boolean records(StockAdjustment adjustment) {
        return sku.equals(adjustment.sku())
                && kind == adjustment.kind().movement()
                && onHandAfter == adjustment.target(onHandAfter - quantity)
                && adjustment.reason().equals(reason);
    }

    /** Returns the balance after the movement; its version is 0 if it was not recorded. */
    public StockBalance after() {
        return new StockBalance(sku, onHandAfter, reservedAfter, versionAfter == null ? 0 : versionAfter);
    }

    public UUID id() {
        return id;
    }

    public MovementKind kind() {
        return kind;
    }

    /** Returns the change of the units on hand; negative if units left. */
    public long quantity() {
        return quantity;
    }

    /** Returns the change of the reserved units; negative if they were sold or given back. */
    public long reservedChange() {
        return reservedChange;
    }

    long availableChange() {
        return quantity - reservedChange;
    }

    /** Returns the idempotency key of an adjustment; null for the movements of orders. */
    public @Nullable String idempotencyKey() {
        return idempotencyKey;
    }

    /** Returns the version after an adjustment; null if it was not recorded. */
    public @Nullable Long versionAfter() {
        return versionAfter;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable UUID orderId() {
        return orderId;
    }

    public @Nullable Instant at() {
        return at;
    }
}
