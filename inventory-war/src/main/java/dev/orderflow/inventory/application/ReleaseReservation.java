package dev.orderflow.inventory.application;

import dev.orderflow.inventory.domain.Effect;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.Reservations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Makes available again what an order held, or sees to it that the order will never hold anything. */
@ApplicationScoped
public class ReleaseReservation {

    @Inject
    Reservations reservations;

    @Inject
    LockedRows locked;

    @Transactional
    public void release(UUID orderId) {
        Reservation reservation = locked.reservation(orderId);
        Effect effect = reservation.release(locked.items(reservation.lines().keySet()));
        if (effect == Effect.BURY) {
            reservations.add(reservation);
        }
    }
}
