package dev.orderflow.order.rest.stream;

import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.domain.stream.TransitionLog;
import dev.orderflow.order.rest.order.OrderProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Status transitions of one order, as server-sent events. */
@Path("/orders/{id}/stream")
@ApplicationScoped
@Produces(MediaType.SERVER_SENT_EVENTS)
public class OrderStreamResource {

    @Inject
    FindOrders findOrders;

    @Inject
    StreamStart streamStart;

    @Inject
    OrderStreams streams;

    @GET
    public void follow(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastEventId,
            @Context HttpServletRequest request,
            @Suspended AsyncResponse response) {
        long start = lastEventId == null ? TransitionLog.START : streamStart.after(lastEventId);
        if (!findOrders.exists(id)) {
            throw OrderProblems.unknown(id);
        }
        streams.open(request.getAsyncContext(), id, start);
    }
}
