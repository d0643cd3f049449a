package dev.orderflow.messaging.deadletters.rest;

import dev.orderflow.messaging.consumer.IncomingChannels;
import dev.orderflow.messaging.deadletters.DeadLetterProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets operators list and park events that failed and are retried. Such events are in the memory of the server that
 * consumes their partition.
 */
@Path("/set-aside")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SetAsideResource {

    @Inject
    IncomingChannels channels;

    @GET
    public SetAsideEvents list() {
        return new SetAsideEvents(channels.setAside());
    }

    @POST
    @Path("/{eventId: [0-9a-fA-F-]+}/park")
    public void park(
            @PathParam("eventId") UUID eventId,
            @HeaderParam(OperatorName.HEADER) @OperatorName @Nullable String operator) {
        if (!channels.park(eventId, operator)) {
            throw DeadLetterProblems.notSetAside(eventId);
        }
    }
}
