package dev.orderflow.payment.rest;

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

/** Reads payments. Only events create and change them. */
@Path("/payments")
@ApplicationScoped
public class PaymentsResource {

    @Inject
    FindPayment findPayment;

    @GET
    @Path("/{orderId}")
    @Produces(MediaType.APPLICATION_JSON)
    public PaymentRepresentation find(@PathParam("orderId") UUID orderId) {
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
