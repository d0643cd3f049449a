package dev.orderflow.systemtests.simulation.database;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.order.domain.NewTransition;
import dev.orderflow.order.domain.placing.Placements;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The idempotency keys of a simulated database, and a catalogue with every SKU at one price. */
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
        tables.append(NewTransition.placed(orderId, published, traceParent));
        keys.add(placement.key(), placement);
    }

    @Override
    public void write() {
        // Rows are written at commit.
    }
}
