package dev.orderflow.inventory.application.stock;

import dev.orderflow.events.StockEvent.StockLow;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.stock.MovementKind;
import dev.orderflow.inventory.domain.stock.Stock;
import dev.orderflow.inventory.domain.stock.StockAdjustment;
import dev.orderflow.inventory.domain.stock.StockItem;
import dev.orderflow.inventory.domain.stock.StockMovement;
import dev.orderflow.inventory.domain.stock.StockMovements;
import dev.orderflow.messaging.Outbox;
import dev.orderflow.messaging.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.Objects;

/** Records every change of stock in the ledger, and publishes StockLow when stock falls below its threshold. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class StockLedger {

    @Inject
    Stock stock;

    @Inject
    StockMovements movements;

    @Inject
    Outbox outbox;

    /**
     * Stores the items of a reservation and records one movement per line.
     *
     * @param items by SKU, already changed
     */
    public void enter(MovementKind kind, Reservation reservation, Map<String, StockItem> items) {
        reservation.lines().forEach((sku, units) -> {
            StockItem item = Objects.requireNonNull(items.get(sku));
            stock.store(item);
            enter(StockMovement.ofOrder(UuidV7.next(), kind, reservation.orderId(), units, item.balance()), item);
        });
    }

    /**
     * Records an adjustment.
     *
     * @param before units on hand before the adjustment
     */
    public void enter(StockAdjustment adjustment, long before, StockItem item) {
        enter(StockMovement.adjusted(UuidV7.next(), adjustment, before, item.balance()), item);
    }

    private void enter(StockMovement movement, StockItem item) {
        movements.append(movement);
        if (item.hasFallenLow(movement)) {
            outbox.append(new StockLow(item.sku(), item.available(), item.lowAt()));
        }
    }
}
