package dev.orderflow.inventory.rest;

import dev.orderflow.chassis.http.Problem;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is held for whom. */
@Path("reservations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Reservations")
public class ReservationsResource {

    @Inject
    FindReservations findReservations;

    @GET
    @Path("{orderId}")
    @Operation(
            operationId = "getReservation",
            summary = "Look at the reservation of an order",
            description = "HELD until the order ends or it expires; then COMMITTED, RELEASED or EXPIRED, for ever.")
    @APIResponse(
            responseCode = "200",
            description = "The reservation as it is now",
            content = @Content(schema = @Schema(implementation = ReservationState.class)))
    @APIResponse(
            responseCode = "404",
            description = "The order has not reached the inventory",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = {
                                @ExampleObject(name = "unknown-order", value = ProblemExamples.UNKNOWN_ORDER),
                                @ExampleObject(name = "not-found", value = ProblemExamples.NO_ID)
                            }))
    public ReservationState byOrder(
            @PathParam("orderId")
                    @Parameter(description = "The order's id", example = "01a206f8-021f-7798-a2bc-15cc07700889")
                    UUID orderId) {
        return findReservations
                .byOrder(orderId)
                .map(ReservationState::of)
                .orElseThrow(() -> new ProblemException(
                        Status.NOT_FOUND,
                        "unknown-order",
                        "Nothing is known of the order %s, or nothing yet.".formatted(orderId)));
    }
}
