package dev.orderflow.inventory.application.stock;

import dev.orderflow.events.StockEvent.StockLow;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.stock.Adjustment;
import dev.orderflow.inventory.domain.stock.MovementKind;
import dev.orderflow.inventory.domain.stock.Movements;
import dev.orderflow.inventory.domain.stock.Stock;
import dev.orderflow.inventory.domain.stock.StockItem;
import dev.orderflow.inventory.domain.stock.StockMovement;
import dev.orderflow.messaging.Outbox;
import dev.orderflow.messaging.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.Objects;

/** What every change of stock has in common: it is written down, and who buys in is told when stock has fallen low. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class StockLedger {

    @Inject
    Stock stock;

    @Inject
    Movements movements;

    @Inject
    Outbox outbox;

    /**
     * Every line of the reservation has just changed its item, which is stored with that.
     *
     * @param items the items of the lines by SKU, as they are now
     */
    public void enter(MovementKind kind, Reservation reservation, Map<String, StockItem> items) {
        reservation.lines().forEach((sku, units) -> {
            StockItem item = Objects.requireNonNull(items.get(sku));
            stock.store(item);
            enter(StockMovement.ofOrder(UuidV7.next(), kind, reservation.orderId(), units, item.level()), item);
        });
    }

    /**
     * A person has just changed the item.
     *
     * @param before units that were on hand
     */
    public void enter(Adjustment adjustment, long before, StockItem item) {
        enter(StockMovement.adjusted(UuidV7.next(), adjustment, before, item.level()), item);
    }

    private void enter(StockMovement movement, StockItem item) {
        movements.append(movement);
        if (item.hasFallenLow(movement)) {
            outbox.append(new StockLow(item.sku(), item.available(), item.lowAt()));
        }
    }
}
