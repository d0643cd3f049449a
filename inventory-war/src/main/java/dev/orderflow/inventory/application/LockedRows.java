package dev.orderflow.inventory.application;

import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.events.SagaEvent;
import dev.orderflow.inventory.application.stock.StockLocks;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.Reservations;
import dev.orderflow.inventory.domain.stock.Stock;
import dev.orderflow.inventory.domain.stock.StockItem;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the current transaction has locked. A row is read once, also if it does not exist. After {@link #lock}
 * has locked a batch, its events are handled in memory, each sees the changes of earlier ones, and all changes are
 * written in one statement per table before the commit.
 *
 * <p>Reservations are locked before stock, and both in key order, so two transactions cannot deadlock. Serializable
 * because the scope requires it.
 */
@TransactionScoped
public class LockedRows implements Serializable {

    @Inject
    Reservations reservations;

    @Inject
    Stock stock;

    @Inject
    StockLocks stockLocks;

    private transient @Nullable Instant now;
    private final transient Map<UUID, Optional<Reservation>> byOrder = new HashMap<>();
    private final transient Map<String, Optional<StockItem>> bySku = new HashMap<>();

    /**
     * Locks the rows that the events of a batch need, in at most three statements. The Redis locks of the SKUs come
     * first, so a transaction that waits for them holds no row.
     */
    public void lock(List<SagaEvent> batch) {
        Set<String> wanted = batch.stream()
                .filter(OrderCreated.class::isInstance)
                .map(OrderCreated.class::cast)
                .flatMap(order -> order.lines().stream())
                .map(OrderCreated.Line::sku)
                .collect(Collectors.toSet());
        stockLocks.hold(wanted);
        Map<UUID, Reservation> known =
                reservations(batch.stream().map(SagaEvent::orderId).collect(Collectors.toSet()));
        Stream<String> held = known.values().stream().flatMap(reservation -> reservation.lines().keySet().stream());
        items(Stream.concat(held, wanted.stream()).collect(Collectors.toSet()));
    }

    /** Returns the reservation of an order; ABSENT if there is none. */
    public Reservation reservation(UUID orderId) {
        return Objects.requireNonNull(reservations(List.of(orderId)).get(orderId));
    }

    /** Returns stock items by SKU, without unknown SKUs. */
    public Map<String, StockItem> items(Collection<String> skus) {
        return rows(bySku, skus, stock::lock);
    }

    /** Returns the transaction's time by the database's clock. Queried once. */
    public Instant now() {
        Instant known = now;
        if (known == null) {
            known = reservations.now();
            now = known;
        }
        return known;
    }

    private Map<UUID, Reservation> reservations(Collection<UUID> orderIds) {
        return rows(byOrder, orderIds, reservations::lock);
    }

    private static <K, V> Map<K, V> rows(
            Map<K, Optional<V>> asked, Collection<K> wanted, Function<Collection<K>, Map<K, V>> lock) {
        var missing = new TreeSet<>(wanted);
        missing.removeAll(asked.keySet());
        if (!missing.isEmpty()) {
            Map<K, V> found = lock.apply(missing);
            missing.forEach(key -> asked.put(key, Optional.ofNullable(found.get(key))));
        }
        Map<K, V> rows = new HashMap<>();
        wanted.forEach(key -> asked.getOrDefault(key, Optional.empty()).ifPresent(row -> rows.put(key, row)));
        return rows;
    }
}
