package dev.orderflow.inventory.application.stock;

import dev.orderflow.inventory.domain.stock.Stock;
import dev.orderflow.inventory.domain.stock.StockAdjustment;
import dev.orderflow.inventory.domain.stock.StockBalance;
import dev.orderflow.inventory.domain.stock.StockItem;
import dev.orderflow.inventory.domain.stock.StockMovement;
import dev.orderflow.inventory.domain.stock.StockMovements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adjusts the units on hand of a SKU at a person's request, once per idempotency key. */
@ApplicationScoped
public class AdjustStock {

    /** The result of an adjustment. */
    public sealed interface Outcome {}

    /**
     * The stock was adjusted.
     *
     * @param balance after the adjustment
     * @param replayed whether an earlier request with this key made it
     */
    public record Adjusted(StockBalance balance, boolean replayed) implements Outcome {}

    /** Fewer units would remain than are reserved. Nothing was changed. */
    public record BelowReserved(StockBalance balance) implements Outcome {}

    /** The SKU does not exist, and the quantity is not positive. Nothing was changed. */
    public record UnknownSku() implements Outcome {}

    /** The key was used for a different adjustment. Nothing was changed. */
    public record KeyUsedBefore() implements Outcome {}

    @Inject
    StockMovements movements;

    @Inject
    Stock stock;

    @Inject
    StockLedger ledger;

    @Inject
    StockLocks stockLocks;

    /** Adjusts the units on hand. The first positive quantity creates the SKU. */
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
        // The response must have the version that will be stored.
        stock.flush();
        ledger.enter(adjustment, before, item);
        return new Adjusted(item.balance(), false);
    }
}
