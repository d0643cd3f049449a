package dev.orderflow.payment.rest;

import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.payment.application.HandleWebhook;
import dev.orderflow.payment.domain.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotEmpty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;

/** Receives the gateway's webhooks. */
@Path("/payments/webhooks")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
public class WebhooksResource {

    private static final String SIGNATURE = "Gateway-Signature";

    @Inject
    HandleWebhook handleWebhook;

    @POST
    public void receive(@HeaderParam(SIGNATURE) @Nullable String signature, @NotEmpty byte[] body) {
        switch (handleWebhook.handle(signature, body)) {
            case Webhook.Genuine genuine -> {}
            case Webhook.Forged forged ->
                throw new ProblemException(
                        Status.UNAUTHORIZED,
                        "webhook-forged",
                        "The header " + SIGNATURE + " does not verify. Send t=SECONDS,v1=HEX with the HMAC-SHA-256"
                                + " of SECONDS.BODY.");
            case Webhook.Stale stale ->
                throw new ProblemException(
                        Status.UNAUTHORIZED,
                        "webhook-stale",
                        "The signature is too old or in the future. Sign each delivery attempt with the current time.");
            case Webhook.Unverifiable unverifiable ->
                throw new ProblemException(
                        Status.SERVICE_UNAVAILABLE,
                        "webhooks-not-configured",
                        "Webhooks are not configured. Set PAYMENT_WEBHOOK_SECRET to the gateway's signing secret.");
        }
    }
}
