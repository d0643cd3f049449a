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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Plays the gateway's failures at run time. */
@Path("/gateway/switches")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = SimulatorInOpenApi.TAG)
public class SwitchesResource {

    @Inject
    Ledger ledger;

    @GET
    @Operation(
            operationId = "getSwitches",
            summary = "Look at how the gateway behaves whatever the tokens say",
            description = "Without a scenario the token of each charge decides.")
    @APIResponse(
            responseCode = "200",
            description = "The switches as they are now",
            content = @Content(schema = @Schema(implementation = Switches.class)))
    public Switches read() {
        return ledger.switches();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "turnSwitches",
            summary = "Make the gateway behave so from now on",
            description =
                    "For every charge that is made from now on, or for a share of them; DOWN also for whatever else is"
                            + " asked about them. All servers of the gateway obey, and a restart changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The switches as they are now",
            content = @Content(schema = @Schema(implementation = Switches.class)))
    public Switches turn(@NotNull @Valid Switches switches) {
        ledger.turn(switches);
        return switches;
    }

    @DELETE
    @Operation(
            operationId = "resetSwitches",
            summary = "Let the token of each charge decide again",
            description = "As before anything was switched.")
    @APIResponse(responseCode = "204", description = "Nothing is switched any more")
    public void reset() {
        ledger.turn(Switches.OFF);
    }
}
