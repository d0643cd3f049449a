package dev.orderflow.systemtests.simulation.database;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.order.domain.NewTransition;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.placing.Placements;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys of a simulated database, under which orders are placed; and a catalogue with whatever is asked for, at one price. */
public final class PlacementTable implements Placements {

    private static final long PRICE = 1250;

    private final SimulatedDatabase.Table<Key, Placement> keys;
    private final OrderTables tables;
    private final SimulatedClock clock;

    public PlacementTable(SimulatedDatabase database, OrderTables tables, SimulatedClock clock) {
        this.keys = database.table();
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public Set<Key> reserve(Set<Key> asked) {
        return asked;
    }

    @Override
    public Map<Key, Placement> find(Set<Key> asked) {
        Map<Key, Placement> found = new HashMap<>();
        asked.forEach(key -> keys.take(key).ifPresent(placement -> found.put(key, placement)));
        return found;
    }

    @Override
    public Offer offer(Set<String> skus) {
        return new Offer(skus.stream().collect(toMap(sku -> sku, sku -> new Price(sku, PRICE))), clock.now());
    }

    @Override
    public void add(Placement placement, UUID published, @Nullable String traceParent) {
        UUID orderId = placement.order().id();
        tables.orders.add(orderId, placement.order());
        tables.history.add(new NewTransition(
                UUID.randomUUID(), orderId, null, OrderStatus.PENDING, "PLACED", null, published, traceParent));
        keys.add(placement.key(), placement);
    }

    @Override
    public void write() {
        // Everything is written at once.
    }
}
