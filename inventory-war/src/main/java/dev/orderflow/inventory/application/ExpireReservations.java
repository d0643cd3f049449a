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
 * Expires reservations that were held for too long. Their units become available again, and ReservationExpired makes
 * the order service cancel the orders. Replicas can run this concurrently, because each skips the rows that another has
 * locked.
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
     * Expires a batch of overdue reservations in one transaction.
     *
     * @param age minimum time since the reservation was made, by the database's clock
     * @param margin how far beyond the age all events of orders must have been handled
     * @return the number of reservations; fewer than {@code limit} means that no other one is overdue
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
