package dev.orderflow.inventory.application;

import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.Reservations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Reads reservations. */
@ApplicationScoped
@Transactional
public class FindReservations {

    @Inject
    Reservations reservations;

    public Optional<Reservation> byOrder(UUID orderId) {
        return reservations.find(orderId);
    }
}
