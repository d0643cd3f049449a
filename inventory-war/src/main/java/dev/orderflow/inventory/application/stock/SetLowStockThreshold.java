package dev.orderflow.inventory.application.stock;

import dev.orderflow.inventory.domain.stock.Stock;
import dev.orderflow.inventory.domain.stock.StockItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Says from when on the stock of a SKU is low. Each time it falls below that, StockLow is told once. */
@ApplicationScoped
@Transactional
public class SetLowStockThreshold {

    @Inject
    Stock stock;

    /** Fewer units available than this are low; 0 is never. Empty for an unknown SKU. */
    public Optional<Long> threshold(String sku) {
        return stock.lowAt(sku);
    }

    /**
     * Changes the threshold; changing it tells nothing, even if the stock is low by the new one.
     *
     * @return false for an unknown SKU
     */
    public boolean set(String sku, long lowAt) {
        Optional<StockItem> item = stock.lockOne(sku);
        item.ifPresent(known -> known.lowAt(lowAt));
        return item.isPresent();
    }
}
