package dev.orderflow.systemtests.simulation.database;

import dev.orderflow.inventory.domain.stock.Stock;
import dev.orderflow.inventory.domain.stock.StockBalance;
import dev.orderflow.inventory.domain.stock.StockItem;
import dev.orderflow.inventory.domain.stock.StockMovement;
import dev.orderflow.inventory.domain.stock.StockMovements;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stock of a simulated database. */
public final class StockTables implements Stock {

    public final SimulatedDatabase.Table<String, StockItem> items;
    public final SimulatedDatabase.Rows<StockMovement> movements;

    public StockTables(SimulatedDatabase database) {
        this.items = database.table();
        this.movements = database.rows();
    }

    @Override
    public Map<String, StockItem> lock(Collection<String> skus) {
        Map<String, StockItem> locked = new LinkedHashMap<>();
        skus.forEach(sku -> items.read(sku).ifPresent(item -> locked.put(sku, item)));
        return locked;
    }

    @Override
    public void store(StockItem item) {
        items.put(item.sku(), item);
    }

    @Override
    public Optional<StockItem> lockOne(String sku) {
        throw new UnsupportedOperationException("No use case that is simulated asks for this");
    }

    public StockMovements movements() {
        return new StockMovements() {
            @Override
            public void append(StockMovement movement) {
                movements.add(movement);
            }

            @Override
            public Optional<StockMovement> recordedUnder(String key) {
                throw new UnsupportedOperationException("No use case that is simulated asks for this");
            }

            @Override
            public List<StockMovement> newest(String sku, @Nullable UUID before, int limit) {
                throw new UnsupportedOperationException("No use case that is simulated asks for this");
            }
        };
    }

    @Override
    public void addIfAbsent(String sku) {
        throw new UnsupportedOperationException("No use case that is simulated asks for this");
    }

    @Override
    public void flush() {
        throw new UnsupportedOperationException("No use case that is simulated asks for this");
    }

    @Override
    public Optional<StockBalance> find(String sku) {
        throw new UnsupportedOperationException("No use case that is simulated asks for this");
    }

    @Override
    public Optional<Long> lowAt(String sku) {
        throw new UnsupportedOperationException("No use case that is simulated asks for this");
    }

    @Override
    public List<StockBalance> list(String after, int limit) {
        throw new UnsupportedOperationException("No use case that is simulated asks for this");
    }
}
