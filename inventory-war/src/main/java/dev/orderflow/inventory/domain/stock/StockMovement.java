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
 * One line of the stock ledger: a change of what is on hand, of what is reserved, or of both, its cause, and the level
 * it left behind. Never changed, never deleted. Both counters of a SKU are the sums of its movements.
 */
@Entity
@Table(name = "stock_movement")
public class StockMovement {

    @Id
    private UUID id;

    /** Drawn by the database while the SKU's stock is locked: so it grows with each change of it. */
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

    /** Units were reserved for an order, sold to it, or given back. */
    public static StockMovement ofOrder(UUID id, MovementKind kind, UUID orderId, int units, StockBalance after) {
        var movement = new StockMovement(id, kind, units, after);
        movement.orderId = orderId;
        return movement;
    }

    /**
     * A person changed what is on hand.
     *
     * @param before units that were on hand
     */
    public static StockMovement adjusted(UUID id, StockAdjustment adjustment, long before, StockBalance after) {
        var movement = new StockMovement(id, adjustment.kind().movement(), after.onHand() - before, after);
        movement.idempotencyKey = adjustment.key();
        movement.reason = adjustment.reason();
        movement.versionAfter = after.version();
        return movement;
    }

    /** Whether this is what the adjustment has led to; if not, its key was used for something else. */
    public boolean records(StockAdjustment adjustment) {
        return sku.equals(adjustment.sku())
                && kind == adjustment.kind().movement()
                && onHandAfter == adjustment.target(onHandAfter - quantity)
                && adjustment.reason().equals(reason);
    }

    /** The level that the movement left behind; its version is 0 where that was not recorded. */
    public StockBalance after() {
        return new StockBalance(sku, onHandAfter, reservedAfter, versionAfter == null ? 0 : versionAfter);
    }

    public UUID id() {
        return id;
    }

    public MovementKind kind() {
        return kind;
    }

    /** Units that came; negative where they went, 0 where none moved. */
    public long quantity() {
        return quantity;
    }

    /** Units that were reserved; negative where they were sold or given back. */
    public long reservedChange() {
        return reservedChange;
    }

    long availableChange() {
        return quantity - reservedChange;
    }

    /** Chosen by who adjusted the stock; null for the movements of orders. */
    public @Nullable String idempotencyKey() {
        return idempotencyKey;
    }

    /** The version that an adjustment left behind; null where that was not recorded. */
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
