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
 * What one order holds of the stock. It is made when the first event of the order arrives, in whatever sequence they
 * come: {@link Transition} has the answer to each. All lines are held or none. The order is answered by an event; its
 * confirmation later commits the reservation, its rejection or cancellation releases it. One that nobody ends expires.
 *
 * <p>The verbs take the items of the lines by SKU, locked, and change them too.
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

    /** One that is stored. */
    public Reservation(UUID orderId, ReservationStatus status, long version, Map<String, Integer> lines) {
        this.orderId = orderId;
        this.status = status;
        this.version = version;
        this.lines.putAll(lines);
    }

    /**
     * Holds all of the wanted units, by SKU, or none.
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
     * Sells what is held.
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
     * Makes what is held available again, or sees to it that nothing will be held.
     *
     * @return GIVE_BACK, TOMBSTONE or NONE
     */
    public StockEffect release(Map<String, StockItem> items) {
        return giveBack(ReservationSignal.RELEASE, items);
    }

    /**
     * Sees to it that nothing will be held for an order that is over. Without effect on one that was heard of before.
     *
     * @return TOMBSTONE or NONE
     */
    public StockEffect leaveTombstone() {
        return status == ReservationStatus.ABSENT ? apply(ReservationSignal.RELEASE) : StockEffect.NONE;
    }

    /**
     * Makes what is held available again, because nobody has asked for it in time.
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
     * Why the wanted units, by SKU, cannot all be held; an unknown SKU falls short too. In the sequence of the SKUs
     * wanted.
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

    /** Whether the database had it when it was read. */
    public boolean isStored() {
        return version != NOT_STORED;
    }

    /** As it was read; each transaction that changes the reservation adds one. */
    public long version() {
        return version;
    }

    /** Units by SKU; empty where nothing was ever held. */
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
