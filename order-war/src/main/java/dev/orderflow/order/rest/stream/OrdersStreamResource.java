package dev.orderflow.order.rest.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Status transitions of all orders, as server-sent events. */
@Path("/orders/stream")
@ApplicationScoped
@Produces(MediaType.SERVER_SENT_EVENTS)
public class OrdersStreamResource {

    @Inject
    StreamStart streamStart;

    @Inject
    OrderStreams streams;

    @GET
    public void follow(
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastEventId,
            @Context HttpServletRequest request,
            @Suspended AsyncResponse response) {
        long start = lastEventId == null ? streamStart.now() : streamStart.after(lastEventId);
        streams.open(request.getAsyncContext(), null, start);
    }
}
