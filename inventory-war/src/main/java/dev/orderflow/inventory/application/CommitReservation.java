package dev.orderflow.inventory.application;

import dev.orderflow.inventory.application.stock.StockLedger;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.Reservations;
import dev.orderflow.inventory.domain.StockEffect;
import dev.orderflow.inventory.domain.stock.MovementKind;
import dev.orderflow.inventory.domain.stock.StockItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Commits the reservation of a confirmed order: its units leave the stock, and the ledger records the sale. */
@ApplicationScoped
public class CommitReservation {

    private static final Logger LOG = Logger.getLogger(CommitReservation.class.getName());

    @Inject
    Reservations reservations;

    @Inject
    LockedRows locked;

    @Inject
    StockLedger ledger;

    @Transactional
    public void commit(UUID orderId) {
        Reservation reservation = locked.reservation(orderId);
        Map<String, StockItem> items = locked.items(reservation.lines().keySet());
        StockEffect effect = reservation.commit(items);
        if (effect == StockEffect.SELL) {
            reservations.store(reservation);
            ledger.enter(MovementKind.SOLD, reservation, items);
        } else {
            LOG.log(
                    Level.WARNING,
                    "Order {0} is confirmed, but its reservation is {1}: no stock was sold",
                    new Object[] {orderId, reservation.status()});
        }
    }
}
