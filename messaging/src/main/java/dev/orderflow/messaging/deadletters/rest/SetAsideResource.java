package dev.orderflow.messaging.deadletters.rest;

import dev.orderflow.chassis.http.Problem;
import dev.orderflow.messaging.consumer.IncomingChannels;
import dev.orderflow.messaging.deadletters.DeadLetterProblems;
import dev.orderflow.messaging.deadletters.Examples;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * For operators: events that failed and are tried again. They are in the memory of the server that reads their
 * partition.
 */
@Path("/set-aside")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dead letters")
public class SetAsideResource {

    @Inject
    IncomingChannels channels;

    @GET
    @Operation(
            operationId = "listSetAsideEvents",
            summary = "List the events that are set aside",
            description = "Events of this server that failed for an unknown reason and are retried; each server"
                    + " has its own. The oldest event of each ordering key is listed.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = SetAsideEvents.class)))
    public SetAsideEvents list() {
        return new SetAsideEvents(channels.setAside());
    }

    @POST
    @Path("/{eventId: [0-9a-fA-F-]+}/park")
    @Operation(
            operationId = "parkSetAsideEvent",
            summary = "Park an event that is set aside",
            description = "The event is tried once more, and parked as a dead letter if it fails. Then the events"
                    + " behind it are handled. Send the request to the server that lists the event.")
    @APIResponse(responseCode = "204", description = "The event is parked within two seconds, unless it succeeds now")
    @APIResponse(
            responseCode = "404",
            description = "The event is not set aside on this server, or it waits behind another event of its key",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = {
                                @ExampleObject(name = "not-set-aside", value = Examples.NOT_SET_ASIDE),
                                @ExampleObject(name = "not-found", value = Examples.NO_ID)
                            }))
    public void park(
            @PathParam("eventId")
                    @Parameter(description = "Id of the event", example = "01a206f8-0190-7c11-9a52-0b8a1c1b6d3e")
                    UUID eventId,
            @HeaderParam(Operator.HEADER)
                    @Pattern(regexp = Operator.NAME, message = Operator.RULE)
                    @Parameter(description = "The operator, for the history", example = "on-call")
                    @Nullable
                    String operator) {
        if (!channels.park(eventId, operator)) {
            throw DeadLetterProblems.notSetAside(eventId);
        }
    }
}
