package dev.orderflow.inventory.application;

import dev.orderflow.events.InventoryEvent.ReservationExpired;
import dev.orderflow.inventory.application.stock.StockLedger;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.Reservations;
import dev.orderflow.inventory.domain.StockEffect;
import dev.orderflow.inventory.domain.stock.MovementKind;
import dev.orderflow.inventory.domain.stock.StockItem;
import dev.orderflow.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gives back what has been held for so long that its order must be lost, and tells the order service, which cancels the
 * order. Replicas may do so at the same time; each takes other reservations.
 */
@ApplicationScoped
public class ExpireReservations {

    @Inject
    Reservations reservations;

    @Inject
    LockedRows locked;

    @Inject
    StockLedger ledger;

    @Inject
    Outbox outbox;

    /**
     * Ends some overdue reservations, in one transaction.
     *
     * @param age how long they have been held at least, by the database's clock
     * @param margin how far the order service must have been followed beyond that
     * @return how many; fewer than {@code limit} means that no more are overdue
     */
    @Transactional
    public int expire(Duration age, Duration margin, int limit) {
        List<Reservation> overdue = reservations.lockOverdue(age, margin, limit);
        Map<String, StockItem> items = locked.items(overdue.stream()
                .flatMap(reservation -> reservation.lines().keySet().stream())
                .collect(Collectors.toSet()));
        for (Reservation reservation : overdue) {
            if (reservation.expire(items) == StockEffect.GIVE_BACK) {
                reservations.store(reservation);
                ledger.enter(MovementKind.EXPIRED, reservation, items);
                outbox.append(new ReservationExpired(reservation.orderId()));
            }
        }
        return overdue.size();
    }
}
