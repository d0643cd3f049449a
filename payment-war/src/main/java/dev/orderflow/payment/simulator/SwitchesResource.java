package dev.orderflow.payment.simulator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Plays the gateway's failures at run time. */
@Path("/gateway/switches")
@ApplicationScoped
@NotInProduction
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Simulated gateway")
public class SwitchesResource {

    @Inject
    Ledger ledger;

    @GET
    @Operation(summary = "How the gateway behaves whatever the tokens say")
    @APIResponse(
            responseCode = "200",
            description = "The switches; without a scenario the token of each charge decides")
    public Switches read() {
        return ledger.switches();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make the gateway behave so from now on",
            description =
                    "For every charge that is made from now on, or for a share of them; DOWN also for whatever else is"
                            + " asked about them. All servers of the gateway obey, and a restart changes nothing.")
    @APIResponse(responseCode = "200", description = "The switches as they are now")
    public Switches turn(@NotNull @Valid Switches switches) {
        ledger.turn(switches);
        return switches;
    }

    @DELETE
    @Operation(summary = "Let the token of each charge decide again")
    @APIResponse(responseCode = "204", description = "Nothing is switched any more")
    public void reset() {
        ledger.turn(Switches.OFF);
    }
}
