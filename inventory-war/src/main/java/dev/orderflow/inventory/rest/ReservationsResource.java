package dev.orderflow.inventory.rest;

import dev.orderflow.events.problem.ProblemException;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is held for whom. */
@Path("reservations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "reservations")
public class ReservationsResource {

    @Inject
    FindReservations findReservations;

    @GET
    @Path("{orderId}")
    @Operation(summary = "The reservation of an order")
    @APIResponseSchema(value = ReservationState.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "The order has not reached the inventory")
    public ReservationState byOrder(@PathParam("orderId") UUID orderId) {
        return findReservations
                .byOrder(orderId)
                .map(ReservationState::of)
                .orElseThrow(() -> new ProblemException(
                        Status.NOT_FOUND,
                        "unknown-order",
                        "Nothing is known of the order %s, or nothing yet.".formatted(orderId)));
    }
}
