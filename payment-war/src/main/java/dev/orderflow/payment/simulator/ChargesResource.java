package dev.orderflow.payment.simulator;

import dev.orderflow.events.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The simulated gateway's HTTP interface. */
@Path("/gateway/charges")
@ApplicationScoped
@NotInProduction
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Simulated gateway", description = "Stands for another company; refused in production")
public class ChargesResource {

    @Inject
    Ledger ledger;

    @Inject
    DelayedAnswers later;

    @Inject
    Switchboard switchboard;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Charges a key once; repeated requests get the first answer",
            description =
                    "The token decides, unless a switch does: tok_approve, tok_decline (or tok_decline_insufficient_funds,"
                            + " _expired_card, _lost_card, _suspected_fraud), tok_slow, tok_timeout_charged,"
                            + " tok_error_charged, tok_timeout_uncharged; any other is declined.")
    @APIResponse(responseCode = "200", description = "CAPTURED or DECLINED, or VOIDED if the key was voided before")
    @APIResponse(responseCode = "422", description = "The key was used for another request")
    public void charge(
            @HeaderParam("Idempotency-Key") @NotBlank @Size(max = 100) String key,
            @NotNull @Valid ChargeRequest request,
            @Suspended AsyncResponse answer) {
        Behaviour behaviour = switchboard.behaviour(key, request.token());
        Scenario scenario = behaviour.scenario();
        if (scenario == Scenario.TIMEOUT_UNCHARGED && ledger.lose(key)) {
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
            case APPROVE, DECLINE, TIMEOUT_UNCHARGED, DOWN -> answer.resume(charge);
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
    @Operation(summary = "What became of a charge")
    @APIResponse(responseCode = "200", description = "The charge")
    @APIResponse(responseCode = "404", description = "Nothing was ever charged or voided under this key")
    public Charge find(@PathParam("key") String key) {
        switchboard.requireUp(key);
        return known(key);
    }

    @GET
    @Operation(summary = "What was really taken for an order")
    @APIResponse(responseCode = "200", description = "All its charges; more than one means that it was charged twice")
    public List<Charge> ofOrder(@QueryParam("orderId") @NotBlank @Size(max = 100) String orderId) {
        return ledger.ofOrder(orderId);
    }

    @POST
    @Path("/{key}/refunds")
    @Operation(summary = "Gives back what was captured, in full and once")
    @APIResponse(responseCode = "200", description = "The charge as it now is")
    @APIResponse(responseCode = "404", description = "Nothing is known under this key")
    public Charge refund(@PathParam("key") String key) {
        switchboard.requireUp(key);
        ledger.refund(key);
        return known(key);
    }

    @POST
    @Path("/{key}/void")
    @Operation(summary = "Rules out that this key is ever charged; answers the charge if there is one already")
    @APIResponse(responseCode = "200", description = "VOIDED, or the charge that was quicker")
    public Charge voidCharge(@PathParam("key") @Size(max = 100) String key) {
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
