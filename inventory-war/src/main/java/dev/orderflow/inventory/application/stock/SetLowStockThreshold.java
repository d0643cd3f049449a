package dev.orderflow.inventory.application.stock;

import dev.orderflow.inventory.domain.stock.Stock;
import dev.orderflow.inventory.domain.stock.StockItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Reads and sets the threshold below which the stock of a SKU is low. StockLow is published each time the stock falls
 * below it.
 */
@ApplicationScoped
@Transactional
public class SetLowStockThreshold {

    @Inject
    Stock stock;

    /** Returns the threshold in available units; 0 disables it. Empty if the SKU is unknown. */
    public Optional<Long> threshold(String sku) {
        return stock.lowAt(sku);
    }

    /**
     * Sets the threshold. A change publishes no event, even if the stock is already below the new threshold.
     *
     * @return false if the SKU is unknown
     */
    public boolean set(String sku, long lowAt) {
        Optional<StockItem> item = stock.lockOne(sku);
        item.ifPresent(known -> known.lowAt(lowAt));
        return item.isPresent();
    }
}
