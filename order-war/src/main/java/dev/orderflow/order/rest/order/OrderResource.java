package dev.orderflow.order.rest.order;

import dev.orderflow.chassis.http.conditional.Preconditions;
import dev.orderflow.order.application.CancelOrder;
import dev.orderflow.order.application.CancelOrder.Outcome.Cancelled;
import dev.orderflow.order.application.CancelOrder.Outcome.CancelledBefore;
import dev.orderflow.order.application.CancelOrder.Outcome.TooLate;
import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.application.ReadOrder;
import dev.orderflow.order.application.ReadOrder.Reading;
import dev.orderflow.order.domain.Order;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;

/** A single order: its state, its timeline and its cancellation. */
@Path("/orders/{id}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {

    @Inject
    ReadOrder readOrder;

    @Inject
    FindOrders findOrders;

    @Inject
    CancelOrder cancelOrder;

    @Inject
    OrderJson json;

    @GET
    public Response get(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Reading reading =
                readOrder.read(id, OrderRepresentation.FORM, json::of).orElseThrow(() -> OrderProblems.unknown(id));
        return Preconditions.of(headers)
                .answer(OrderRepresentation.tag(reading.version()), reading::body)
                .header("Cache-Status", cacheStatus(reading))
                .build();
    }

    @GET
    @Path("/timeline")
    public Timeline timeline(@PathParam("id") UUID id) {
        Timeline timeline = Timeline.of(id, findOrders.timeline(id));
        if (timeline.items().isEmpty()) {
            throw OrderProblems.unknown(id);
        }
        return timeline;
    }

    @POST
    @Path("/cancel")
    public Response cancel(@PathParam("id") UUID id) {
        return switch (cancelOrder.cancel(id)) {
            case Cancelled(Order order) -> answer(Status.ACCEPTED, order);
            case CancelledBefore(Order order) -> answer(Status.OK, order);
            case TooLate(var status) -> throw OrderProblems.tooLate(status);
            case CancelOrder.Outcome.Unknown unknown -> throw OrderProblems.unknown(id);
        };
    }

    private Response answer(Status status, Order order) {
        return Response.status(status)
                .entity(json.of(order))
                .tag(OrderRepresentation.tag(order.version()).entityTag())
                .build();
    }

    private static String cacheStatus(Reading reading) {
        return switch (reading.source()) {
            case CACHE -> "orders; hit";
            case DATABASE_STORED -> "orders; fwd=miss; stored";
            case DATABASE -> "orders; fwd=miss";
            case DATABASE_BYPASS -> "orders; fwd=bypass; detail=unavailable";
        };
    }
}
