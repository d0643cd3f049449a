package dev.orderflow.inventory.domain;

import dev.orderflow.inventory.domain.stock.StockItem;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate root of the inventory service: the units that one order holds, all of its lines or none.
 *
 * <p><b>Life cycle.</b> ABSENT until the first event of the order arrives. HELD after a successful reservation, then
 * COMMITTED when the order is confirmed, RELEASED when it is rejected or cancelled, or EXPIRED when neither event
 * arrives in time. A shortage leads to RELEASED at once.
 *
 * <p><b>Synchronous.</b> Each transition changes the reservation, the stock, the ledger and the outbox in one local
 * transaction, under the row locks of the reservation and its items. The methods take those items by SKU and change
 * them, too.
 *
 * <p><b>Asynchronous.</b> The order service learns the result from an event. Its own events can arrive late, twice or
 * out of order, so {@link Transition} defines the effect of every signal in every status. A release that overtakes its
 * reservation leaves a tombstone.
 */
@Entity
@Table(name = "reservation")
public class Reservation {

    private static final long NOT_STORED = -1;

    @Id
    @Column(name = "order_id")
    private UUID orderId;

    @Enumerated(EnumType.STRING)
    private ReservationStatus status = ReservationStatus.ABSENT;

    @ElementCollection
    @CollectionTable(name = "reservation_line", joinColumns = @JoinColumn(name = "order_id"))
    @MapKeyColumn(name = "sku")
    @Column(name = "quantity")
    private Map<String, Integer> lines = new TreeMap<>();

    @Version
    private long version = NOT_STORED;

    @Column(name = "created_at", insertable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    private @Nullable Instant updatedAt;

    protected Reservation() {}

    public Reservation(UUID orderId) {
        this.orderId = orderId;
    }

    /** Restores a stored reservation. */
    public Reservation(UUID orderId, ReservationStatus status, long version, Map<String, Integer> lines) {
        this.orderId = orderId;
        this.status = status;
        this.version = version;
        this.lines.putAll(lines);
    }

    /**
     * Holds the wanted units by SKU, all or none.
     *
     * @return HOLD, REFUSE or NONE
     */
    public StockEffect reserve(Map<String, Integer> wanted, Map<String, StockItem> items) {
        boolean enough = shortages(wanted, items).isEmpty();
        StockEffect effect = apply(enough ? ReservationSignal.RESERVE : ReservationSignal.RESERVE_SHORT);
        if (effect == StockEffect.HOLD) {
            wanted.forEach((sku, quantity) -> item(sku, items).hold(quantity));
            lines.putAll(wanted);
        }
        return effect;
    }

    /**
     * Sells the held units.
     *
     * @return SELL or NONE
     */
    public StockEffect commit(Map<String, StockItem> items) {
        StockEffect effect = apply(ReservationSignal.COMMIT);
        if (effect == StockEffect.SELL) {
            lines.forEach((sku, quantity) -> item(sku, items).sell(quantity));
        }
        return effect;
    }

    /**
     * Makes the held units available again, or leaves a tombstone that prevents a later reservation.
     *
     * @return GIVE_BACK, TOMBSTONE or NONE
     */
    public StockEffect release(Map<String, StockItem> items) {
        return giveBack(ReservationSignal.RELEASE, items);
    }

    /**
     * Prevents a reservation for an order that has already ended. No effect if the reservation exists.
     *
     * @return TOMBSTONE or NONE
     */
    public StockEffect leaveTombstone() {
        return status == ReservationStatus.ABSENT ? apply(ReservationSignal.RELEASE) : StockEffect.NONE;
    }

    /**
     * Makes the held units available again, because the order was not ended in time.
     *
     * @return GIVE_BACK or NONE
     */
    public StockEffect expire(Map<String, StockItem> items) {
        return giveBack(ReservationSignal.EXPIRE, items);
    }

    private StockEffect giveBack(ReservationSignal signal, Map<String, StockItem> items) {
        StockEffect effect = apply(signal);
        if (effect == StockEffect.GIVE_BACK) {
            lines.forEach((sku, quantity) -> item(sku, items).giveBack(quantity));
        }
        return effect;
    }

    /**
     * Returns the shortages that prevent a reservation, in the order of the wanted SKUs. An unknown SKU is a shortage.
     */
    public static List<Shortage> shortages(Map<String, Integer> wanted, Map<String, StockItem> items) {
        return wanted.entrySet().stream()
                .map(line -> new Shortage(line.getKey(), line.getValue(), available(line.getKey(), items)))
                .filter(line -> line.wanted() > line.available())
                .toList();
    }

    public UUID orderId() {
        return orderId;
    }

    public ReservationStatus status() {
        return status;
    }

    /** Returns whether the reservation was read from the database. */
    public boolean isStored() {
        return version != NOT_STORED;
    }

    /** Returns the version that was read. Each transaction that changes the reservation increments it by one. */
    public long version() {
        return version;
    }

    /** Returns the units by SKU; empty if nothing was ever held. */
    public Map<String, Integer> lines() {
        return new TreeMap<>(lines);
    }

    /** Null until it is read back from the database, whose clock it is. */
    public @Nullable Instant createdAt() {
        return createdAt;
    }

    /** Null until it is read back from the database, whose clock it is. */
    public @Nullable Instant updatedAt() {
        return updatedAt;
    }

    private StockEffect apply(ReservationSignal signal) {
        Transition transition = Transition.of(status, signal);
        status = transition.next();
        return transition.effect();
    }

    private static long available(String sku, Map<String, StockItem> items) {
        StockItem item = items.get(sku);
        return item == null ? 0 : item.available();
    }

    private static StockItem item(String sku, Map<String, StockItem> items) {
        return Objects.requireNonNull(items.get(sku), () -> sku + " is not locked");
    }
}
