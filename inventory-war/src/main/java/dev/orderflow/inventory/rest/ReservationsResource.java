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

/** Reservations of stock for orders. */
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
            summary = "Get the reservation of an order",
            description = "HELD until the order ends or the reservation expires; then COMMITTED, RELEASED"
                    + " or EXPIRED, which are final.")
    @APIResponse(
            responseCode = "200",
            description = "The current reservation",
            content = @Content(schema = @Schema(implementation = ReservationState.class)))
    @APIResponse(
            responseCode = "404",
            description = "No reservation exists for the order",
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
                        "There is no reservation for the order %s, or not yet.".formatted(orderId)));
    }
}
