package dev.orderflow.inventory.rest;

import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.inventory.application.FindReservations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;

/** Reservations of stock for orders. */
@Path("reservations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ReservationsResource {

    @Inject
    FindReservations findReservations;

    @GET
    @Path("{orderId}")
    public ReservationState byOrder(@PathParam("orderId") UUID orderId) {
        return findReservations
                .byOrder(orderId)
                .map(ReservationState::of)
                .orElseThrow(() -> new ProblemException(
                        Status.NOT_FOUND,
                        "unknown-order",
                        "There is no reservation for the order %s, or not yet.".formatted(orderId)));
    }
}
