package dev.orderflow.payment.rest;

import dev.orderflow.events.problem.ProblemException;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Payments, for reading: they are made by events only. */
@Path("/payments")
@ApplicationScoped
public class PaymentsResource {

    @Inject
    FindPayment findPayment;

    @GET
    @Path("/{orderId}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "An order's payment with its ledger entries")
    @APIResponse(responseCode = "200", description = "The payment")
    @APIResponse(responseCode = "404", description = "No payment is known for this order")
    public PaymentRepresentation find(@PathParam("orderId") UUID orderId) {
        return findPayment
                .find(orderId)
                .map(PaymentRepresentation::of)
                .orElseThrow(() -> new ProblemException(
                        Status.NOT_FOUND,
                        "unknown-payment",
                        "No payment is known for order " + orderId + ". It appears once the goods are reserved."));
    }
}
