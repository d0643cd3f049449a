package dev.orderflow.inventory.application.stock;

import dev.orderflow.inventory.domain.stock.StockBalance;
import dev.orderflow.inventory.domain.stock.StockMovements;
import dev.orderflow.inventory.domain.stock.Stock;
import dev.orderflow.inventory.domain.stock.StockMovement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers what there is, and how it came to be. */
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
     * By SKU.
     *
     * @param after the SKU before the first one wanted; empty to begin
     */
    public List<StockBalance> list(String after, int limit) {
        return stock.list(after, limit);
    }

    /**
     * The newest movements first; empty for an unknown SKU.
     *
     * @param before the movement after the first one wanted; null to begin with the newest
     */
    public Optional<List<StockMovement>> movements(String sku, @Nullable UUID before, int limit) {
        return stock.find(sku).map(known -> movements.newest(sku, before, limit));
    }
}
