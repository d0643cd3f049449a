package dev.orderflow.payment.rest;

import dev.orderflow.chassis.http.Problem;
import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.payment.application.FindPayment;
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

/** Payments, for reading: they are made by events only. */
@Path("/payments")
@ApplicationScoped
@Tag(name = "Payments")
public class PaymentsResource {

    @Inject
    FindPayment findPayment;

    @GET
    @Path("/{orderId}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getPayment",
            summary = "Get the payment of an order",
            description = "The status, and the ledger entries in the order in which they were written.")
    @APIResponse(
            responseCode = "200",
            description = "The current payment",
            content = @Content(schema = @Schema(implementation = PaymentRepresentation.class)))
    @APIResponse(
            responseCode = "404",
            description = "No payment exists for this order",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = {
                                @ExampleObject(name = "unknown-payment", value = ProblemExamples.UNKNOWN_PAYMENT),
                                @ExampleObject(
                                        name = "not-found",
                                        summary = "The id is not a UUID",
                                        value = ProblemExamples.NO_ID)
                            }))
    public PaymentRepresentation find(
            @PathParam("orderId")
                    @Parameter(description = "The order's id", example = "01a206f8-021f-7798-a2bc-15cc07700889")
                    UUID orderId) {
        return findPayment
                .find(orderId)
                .map(PaymentRepresentation::of)
                .orElseThrow(() -> new ProblemException(
                        Status.NOT_FOUND,
                        "unknown-payment",
                        "No payment exists for order " + orderId + ". It is created when the stock has been"
                                + " reserved."));
    }
}
