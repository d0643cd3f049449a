package dev.orderflow.inventory.application.stock;

import dev.orderflow.inventory.domain.stock.Stock;
import dev.orderflow.inventory.domain.stock.StockBalance;
import dev.orderflow.inventory.domain.stock.StockMovement;
import dev.orderflow.inventory.domain.stock.StockMovements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads stock and its movements. */
@ApplicationScoped
@Transactional
public class FindStock {

    @Inject
    Stock stock;

    @Inject
    StockMovements movements;

    public Optional<StockBalance> bySku(String sku) {
        return stock.find(sku);
    }

    /**
     * Returns the next SKUs, in order.
     *
     * @param after the last SKU of the previous page; empty for the first page
     */
    public List<StockBalance> list(String after, int limit) {
        return stock.list(after, limit);
    }

    /**
     * Returns the movements of a SKU, newest first; empty if the SKU is unknown.
     *
     * @param before the last movement of the previous page; null for the first page
     */
    public Optional<List<StockMovement>> movements(String sku, @Nullable UUID before, int limit) {
        return stock.find(sku).map(known -> movements.newest(sku, before, limit));
    }
}
