package dev.orderflow.payment.rest;

import dev.orderflow.chassis.http.Problem;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where the gateway says by itself that something has happened. */
@Path("/payments/webhooks")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class WebhooksResource {

    private static final String SIGNATURE = "Gateway-Signature";

    @Inject
    HandleWebhook handleWebhook;

    @POST
    @Operation(
            operationId = "receiveWebhook",
            summary = "Notify the service of an event at the gateway",
            description = "For the gateway only. The service asks the gateway for the payment at once and does"
                    + " not trust the webhook's content, so webhooks may arrive twice, late or out of order.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookMessage.class)))
    @APIResponse(
            responseCode = "204",
            description = "The webhook is genuine and was accepted; it may concern no payment of ours")
    @APIResponse(
            responseCode = "401",
            description = "The signature does not verify, or is too old",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = {
                                @ExampleObject(name = "webhook-forged", value = ProblemExamples.FORGED),
                                @ExampleObject(name = "webhook-stale", value = ProblemExamples.STALE)
                            }))
    @APIResponse(
            responseCode = "503",
            description = "No signing secret is configured",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples =
                                    @ExampleObject(
                                            name = "webhooks-not-configured",
                                            value = ProblemExamples.NOT_CONFIGURED)))
    public void receive(
            @HeaderParam(SIGNATURE)
                    @Parameter(
                            description = "t=SECONDS,v1=HEX: seconds since 1970 and the HMAC-SHA-256 of"
                                    + " SECONDS.BODY. During a rotation of the secret, up to eight v1=HEX"
                                    + " separated by commas; one valid signature is enough",
                            example =
                                    "t=1769850000,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd")
                    @Nullable
                    String signature,
            @NotEmpty byte[] body) {
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
