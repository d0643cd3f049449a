package dev.orderflow.inventory.application.stock;

import dev.orderflow.inventory.domain.stock.StockAdjustment;
import dev.orderflow.inventory.domain.stock.StockBalance;
import dev.orderflow.inventory.domain.stock.StockMovements;
import dev.orderflow.inventory.domain.stock.Stock;
import dev.orderflow.inventory.domain.stock.StockItem;
import dev.orderflow.inventory.domain.stock.StockMovement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes what is on hand by hand, once per key, and enters that in the ledger. */
@ApplicationScoped
public class AdjustStock {

    /** What came of an adjustment. */
    public sealed interface Outcome {}

    /**
     * It was carried out.
     *
     * @param balance what was left behind
     * @param replayed whether that happened on an earlier request with the same key
     */
    public record Adjusted(StockBalance balance, boolean replayed) implements Outcome {}

    /** Fewer units would remain than are reserved. Nothing was changed. */
    public record BelowReserved(StockBalance balance) implements Outcome {}

    /** There is nothing to take away from. Nothing was changed. */
    public record UnknownSku() implements Outcome {}

    /** The key stands for another adjustment. Nothing was changed. */
    public record KeyUsedBefore() implements Outcome {}

    @Inject
    StockMovements movements;

    @Inject
    Stock stock;

    @Inject
    StockLedger ledger;

    @Inject
    StockLocks stockLocks;

    /** Changes what is on hand; a SKU that is not known yet begins with its first positive quantity. */
    @Transactional
    public Outcome adjust(StockAdjustment adjustment) {
        Optional<StockMovement> earlier = movements.recordedUnder(adjustment.key());
        if (earlier.isPresent()) {
            return earlier.get().records(adjustment)
                    ? new Adjusted(earlier.get().after(), true)
                    : new KeyUsedBefore();
        }
        if (adjustment.maySubtract()) {
            stockLocks.hold(List.of(adjustment.sku()));
        }
        if (adjustment.quantity() > 0) {
            stock.addIfAbsent(adjustment.sku());
        }
        @Nullable StockItem item = stock.lockOne(adjustment.sku()).orElse(null);
        if (item == null) {
            return new UnknownSku();
        }
        long before = item.balance().onHand();
        if (!item.adjust(adjustment)) {
            return new BelowReserved(item.balance());
        }
        // So that the version in the answer is the one that will be stored.
        stock.flush();
        ledger.enter(adjustment, before, item);
        return new Adjusted(item.balance(), false);
    }
}
