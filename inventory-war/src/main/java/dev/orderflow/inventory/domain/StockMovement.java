package dev.orderflow.inventory.domain;

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
 * One line of the stock ledger: a change of what is on hand, its cause, and the level it left behind. Never changed, never
 * deleted. What is on hand of a SKU is the sum of its movements.
 */
@Entity
@Table(name = "stock_movement")
public class StockMovement {

    @Id
    private UUID id;

    private String sku;

    @Enumerated(EnumType.STRING)
    private MovementKind kind;

    private long quantity;

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

    private StockMovement(UUID id, MovementKind kind, long quantity, Level after) {
        this.id = id;
        this.sku = after.sku();
        this.kind = kind;
        this.quantity = quantity;
        this.onHandAfter = after.onHand();
        this.reservedAfter = after.reserved();
    }

    /**
     * Units left with a confirmed order.
     *
     * @param id sorts by time
     */
    public static StockMovement sold(UUID id, UUID orderId, int quantity, Level after) {
        var movement = new StockMovement(id, MovementKind.SOLD, -quantity, after);
        movement.orderId = orderId;
        return movement;
    }

    /**
     * A person changed what is on hand.
     *
     * @param id sorts by time
     */
    public static StockMovement adjusted(UUID id, Adjustment adjustment, Level after) {
        var movement = new StockMovement(id, MovementKind.ADJUSTED, adjustment.quantity(), after);
        movement.idempotencyKey = adjustment.key();
        movement.reason = adjustment.reason();
        movement.versionAfter = after.version();
        return movement;
    }

    /** Whether this is what the adjustment has led to; if not, its key was used for something else. */
    public boolean records(Adjustment adjustment) {
        return sku.equals(adjustment.sku())
                && quantity == adjustment.quantity()
                && adjustment.reason().equals(reason);
    }

    /** The level that the movement left behind; its version is 0 where that was not recorded. */
    public Level after() {
        return new Level(sku, onHandAfter, reservedAfter, versionAfter == null ? 0 : versionAfter);
    }

    public UUID id() {
        return id;
    }

    public MovementKind kind() {
        return kind;
    }

    public long quantity() {
        return quantity;
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
