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

/**
 * Releases the reservation of a rejected or cancelled order. If nothing is reserved yet, a tombstone prevents a later
 * reservation.
 */
@ApplicationScoped
public class ReleaseReservation {

    @Inject
    Reservations reservations;

    @Inject
    LockedRows locked;

    @Inject
    StockLedger ledger;

    @Transactional
    public void release(UUID orderId) {
        Reservation reservation = locked.reservation(orderId);
        Map<String, StockItem> items = locked.items(reservation.lines().keySet());
        StockEffect effect = reservation.release(items);
        if (effect == StockEffect.TOMBSTONE) {
            reservations.store(reservation);
        } else if (effect == StockEffect.GIVE_BACK) {
            reservations.store(reservation);
            ledger.enter(MovementKind.RELEASED, reservation, items);
        }
    }
}
