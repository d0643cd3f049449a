package dev.orderflow.order.rest.stream;

import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.domain.stream.TransitionLog;
import dev.orderflow.order.rest.order.OrderResource;
import dev.orderflow.order.rest.order.Unknown;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One order, step by step. */
@Path("/orders/{id}/stream")
@ApplicationScoped
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "Orders")
@APIResponse(responseCode = "404", ref = "UnknownOrder")
public class OrderStreamResource {

    @Inject
    FindOrders findOrders;

    @Inject
    StreamStart streamStart;

    @Inject
    OrderStreams streams;

    @GET
    @Operation(operationId = "followOrder", summary = "Follow an order", description = """
                    Starts with the order's timeline and continues with each status transition as it happens. After \
                    a lost connection, reconnect with Last-Event-ID, as EventSource does automatically, to any \
                    server: no event is missed and none is repeated.""")
    @Parameter(
            name = HttpHeaders.LAST_EVENT_ID_HEADER,
            in = ParameterIn.HEADER,
            description =
                    "id of the last event received; the stream continues after it. 0 starts before the first event",
            example = "1042")
    @APIResponse(responseCode = "200", ref = "Stream")
    @APIResponse(responseCode = "503", ref = "NoStream")
    public void follow(
            @PathParam("id") @Parameter(description = "Id of the order", example = OrderResource.EXAMPLE_ID) UUID id,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastEventId,
            @Context HttpServletRequest request,
            @Suspended AsyncResponse response) {
        long start = lastEventId == null ? TransitionLog.START : streamStart.after(lastEventId);
        if (!findOrders.exists(id)) {
            throw Unknown.order(id);
        }
        streams.open(request.getAsyncContext(), id, start);
    }
}
