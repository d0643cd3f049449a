package dev.orderflow.payment.simulator;

import dev.orderflow.chassis.http.Problem;
import dev.orderflow.chassis.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The simulated gateway's HTTP interface. */
@Path("/gateway/charges")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = SimulatorInOpenApi.TAG)
public class ChargesResource {

    /** Safe in a path. */
    private static final String KEY = "^[A-Za-z0-9._~-]{1,100}$";

    private static final String KEY_IS = "The merchant's name for the charge; the same in every attempt to make it";
    private static final String KEY_EXAMPLE = "01a206f8-021f-7798-a2bc-15cc07700889";
    private static final String KEY_RULE = "the key has 1 to 100 letters, digits or . _ ~ -";

    @Inject
    Ledger ledger;

    @Inject
    DelayedAnswers later;

    @Inject
    Switchboard switchboard;

    @Inject
    Webhooks webhooks;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "charge", summary = "Charge a key once", description = """
            A repeated request gets the first answer.

            The token decides, unless a switch does: tok_approve, tok_decline (or tok_decline_insufficient_funds, \
            _expired_card, _lost_card, _suspected_fraud), tok_slow, tok_timeout_charged, tok_error_charged, \
            tok_timeout_uncharged, tok_garbled_charged, tok_hanging, tok_webhook_first, tok_webhook_twice, \
            tok_webhook_late; any other is declined.""")
    @APIResponse(
            responseCode = "200",
            description = "CAPTURED or DECLINED, or VOIDED if the key was voided before",
            content = @Content(schema = @Schema(implementation = Charge.class)))
    @APIResponse(
            responseCode = "422",
            description = "The key was used for another charge",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = @ExampleObject(name = "key-reused", value = ProblemExamples.KEY_REUSED)))
    @APIResponse(responseCode = "503", ref = "GatewayDown")
    public void charge(
            @HeaderParam("Idempotency-Key")
                    @NotNull
                    @Pattern(regexp = KEY, message = KEY_RULE)
                    @Parameter(description = KEY_IS, example = KEY_EXAMPLE)
                    String key,
            @NotNull @Valid ChargeRequest request,
            @Suspended AsyncResponse answer) {
        Behaviour behaviour = switchboard.behaviour(key, request.token());
        Scenario scenario = behaviour.scenario();
        if (scenario == Scenario.HANGING || (scenario == Scenario.TIMEOUT_UNCHARGED && ledger.lose(key))) {
            later.tooLate(answer);
        } else {
            ledger.charge(key, request, behaviour.declineReason())
                    .ifPresentOrElse(
                            charge -> answerFirst(scenario, charge, answer),
                            () -> answer.resume(repeated(known(key), request)));
        }
    }

    private void answerFirst(Scenario scenario, Charge charge, AsyncResponse answer) {
        switch (scenario) {
            case SLOW -> later.slowly(answer, charge);
            case TIMEOUT_CHARGED -> later.tooLate(answer);
            case ERROR_CHARGED -> answer.resume(Response.serverError().build());
            case GARBLED_CHARGED -> answer.resume("{\"risk\":{");
            case WEBHOOK_FIRST -> {
                webhooks.tell(charge, 1);
                later.tooLate(answer);
            }
            case WEBHOOK_TWICE -> {
                answer.resume(charge);
                webhooks.tell(charge, 2);
            }
            case WEBHOOK_LATE -> {
                answer.resume(charge);
                webhooks.tellLate(charge);
            }
            case APPROVE, DECLINE, TIMEOUT_UNCHARGED, HANGING, DOWN -> answer.resume(charge);
        }
    }

    private static Charge repeated(Charge charge, ChargeRequest request) {
        if (charge.answers(request)) {
            return charge;
        }
        throw new ProblemException(
                ProblemException.UNPROCESSABLE_CONTENT, "key-reused", "This key was used for another charge.");
    }

    @GET
    @Path("/{key}")
    @Operation(
            operationId = "getCharge",
            summary = "Look at what became of a charge",
            description = "Changes nothing, so it may be asked as often as one likes.")
    @APIResponse(
            responseCode = "200",
            description = "The charge as it is now",
            content = @Content(schema = @Schema(implementation = Charge.class)))
    @APIResponse(responseCode = "404", ref = "UnknownCharge")
    @APIResponse(responseCode = "503", ref = "GatewayDown")
    public Charge find(@PathParam("key") @Parameter(description = KEY_IS, example = KEY_EXAMPLE) String key) {
        switchboard.requireUp(key);
        return known(key);
    }

    @GET
    @Operation(
            operationId = "getChargesOfOrder",
            summary = "Look at what was really taken for an order",
            description = "More than one captured charge means that it was charged twice.")
    @APIResponse(
            responseCode = "200",
            description = "All charges of the order, the oldest first",
            content = @Content(schema = @Schema(implementation = Charge[].class)))
    public List<Charge> ofOrder(
            @QueryParam("orderId")
                    @NotBlank
                    @Size(max = 100)
                    @Parameter(description = "What the charges say that they are for", example = KEY_EXAMPLE)
                    String orderId) {
        return ledger.ofOrder(orderId);
    }

    @POST
    @Path("/{key}/refunds")
    @Operation(
            operationId = "refund",
            summary = "Give back what was captured",
            description = "In full and once, however often it is asked for; without effect when nothing was captured.")
    @APIResponse(
            responseCode = "200",
            description = "The charge as it is now",
            content = @Content(schema = @Schema(implementation = Charge.class)))
    @APIResponse(responseCode = "404", ref = "UnknownCharge")
    @APIResponse(responseCode = "503", ref = "GatewayDown")
    public Charge refund(@PathParam("key") @Parameter(description = KEY_IS, example = KEY_EXAMPLE) String key) {
        switchboard.requireUp(key);
        ledger.refund(key);
        return known(key);
    }

    @POST
    @Path("/{key}/void")
    @Operation(
            operationId = "voidCharge",
            summary = "Rule out that a key is ever charged",
            description =
                    "A charge that comes later is answered VOIDED; one that was quicker stays, and is the answer.")
    @APIResponse(
            responseCode = "200",
            description = "VOIDED, or the charge that was quicker",
            content = @Content(schema = @Schema(implementation = Charge.class)))
    @APIResponse(responseCode = "503", ref = "GatewayDown")
    public Charge voidCharge(
            @PathParam("key")
                    @Pattern(regexp = KEY, message = KEY_RULE)
                    @Parameter(description = KEY_IS, example = KEY_EXAMPLE)
                    String key) {
        switchboard.requireUp(key);
        ledger.voidCharge(key);
        return known(key);
    }

    private Charge known(String key) {
        return ledger.find(key)
                .orElseThrow(() -> new ProblemException(
                        Status.NOT_FOUND,
                        "unknown-charge",
                        "Nothing was ever charged or voided under key " + key + "."));
    }
}
