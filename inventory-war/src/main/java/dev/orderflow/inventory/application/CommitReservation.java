package dev.orderflow.inventory.application;

import dev.orderflow.events.messaging.Ids;
import dev.orderflow.inventory.domain.Effect;
import dev.orderflow.inventory.domain.Movements;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.StockItem;
import dev.orderflow.inventory.domain.StockMovement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sells what is held for an order, and enters that in the ledger. */
@ApplicationScoped
public class CommitReservation {

    private static final Logger LOG = Logger.getLogger(CommitReservation.class.getName());

    @Inject
    LockedRows locked;

    @Inject
    Movements movements;

    @Transactional
    public void commit(UUID orderId) {
        Reservation reservation = locked.reservation(orderId);
        Map<String, StockItem> items = locked.items(reservation.lines().keySet());
        Effect effect = reservation.commit(items);
        if (effect == Effect.SELL) {
            reservation.lines().forEach((sku, quantity) -> {
                StockItem item = Objects.requireNonNull(items.get(sku));
                movements.append(StockMovement.sold(Ids.next(), orderId, quantity, item.level()));
            });
        } else {
            LOG.log(
                    Level.WARNING,
                    "Order {0} is confirmed, but its reservation is {1}: nothing was sold",
                    new Object[] {orderId, reservation.status()});
        }
    }
}
