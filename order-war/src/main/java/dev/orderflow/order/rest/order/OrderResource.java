package dev.orderflow.order.rest.order;

import dev.orderflow.chassis.http.Problem;
import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.chassis.http.conditional.Preconditions;
import dev.orderflow.order.application.CancelOrder;
import dev.orderflow.order.application.CancelOrder.Outcome.Cancelled;
import dev.orderflow.order.application.CancelOrder.Outcome.CancelledBefore;
import dev.orderflow.order.application.CancelOrder.Outcome.TooLate;
import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.application.ReadOrder;
import dev.orderflow.order.application.ReadOrder.Reading;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.stream.RecordedTransition;
import dev.orderflow.order.rest.ProblemExamples;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One order. */
@Path("/orders/{id}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
@APIResponse(responseCode = "404", ref = "UnknownOrder")
public class OrderResource {

    public static final String EXAMPLE_ID = "01a206f8-021f-7798-a2bc-15cc07700889";
    static final String CACHE_STATUS = "Cache-Status";

    @Inject
    ReadOrder readOrder;

    @Inject
    FindOrders findOrders;

    @Inject
    CancelOrder cancelOrder;

    @Inject
    OrderJson json;

    @GET
    @Operation(
            operationId = "getOrder",
            summary = "Get an order",
            description = "May come from a cache, which is invalidated after every change. With If-None-Match, an"
                    + " unchanged order is answered without a body.")
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "ETag of a version that the client has",
            schema = @Schema(type = SchemaType.STRING),
            example = "\"2.v1\"")
    @APIResponse(
            responseCode = "200",
            description = "The current order",
            headers = {
                @Header(name = "ETag", ref = "ETag"),
                @Header(
                        name = CACHE_STATUS,
                        description = "Whether the answer came from the cache (RFC 9211)",
                        schema = @Schema(type = SchemaType.STRING, examples = "orders; hit"))
            },
            content = @Content(schema = @Schema(implementation = OrderRepresentation.class)))
    @APIResponse(responseCode = "304", description = "The current version matches If-None-Match")
    @APIResponse(responseCode = "412", ref = "AnotherVersion")
    public Response get(
            @PathParam("id") @Parameter(description = "Id of the order", example = EXAMPLE_ID) UUID id,
            @Context HttpHeaders headers) {
        Reading reading = readOrder.read(id, OrderRepresentation.FORM, json::of).orElseThrow(() -> Unknown.order(id));
        return Preconditions.of(headers)
                .answer(OrderRepresentation.tag(reading.version()), reading::body)
                .header(CACHE_STATUS, cacheStatus(reading))
                .build();
    }

    @GET
    @Path("/timeline")
    @Operation(
            operationId = "getTimeline",
            summary = "Get the timeline of an order",
            description = "Every status change with its cause, and every event without effect, such as a payment"
                    + " that completes after a cancellation.")
    @APIResponse(
            responseCode = "200",
            description = "Timeline entries, in order",
            content = @Content(schema = @Schema(implementation = Timeline.class)))
    public Timeline timeline(
            @PathParam("id") @Parameter(description = "Id of the order", example = EXAMPLE_ID) UUID id) {
        List<RecordedTransition> steps = findOrders.timeline(id);
        if (steps.isEmpty()) {
            throw Unknown.order(id);
        }
        return new Timeline(id, steps.stream().map(TimelineEntry::of).toList());
    }

    @POST
    @Path("/cancel")
    @Operation(
            operationId = "cancelOrder",
            summary = "Cancel an order",
            description = "Possible until the order is CONFIRMED or REJECTED. Reserved stock is released and"
                    + " captured money is refunded automatically; see the timeline. The request is"
                    + " idempotent.")
    @APIResponse(
            responseCode = "200",
            description = "The order was already cancelled",
            content = @Content(schema = @Schema(implementation = OrderRepresentation.class)))
    @APIResponse(
            responseCode = "202",
            description = "Cancelled; the release of stock and the refund follow",
            content = @Content(schema = @Schema(implementation = OrderRepresentation.class)))
    @APIResponse(
            responseCode = "409",
            description = "The order is already CONFIRMED or REJECTED",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = @ExampleObject(name = "too-late", value = ProblemExamples.TOO_LATE)))
    public Response cancel(@PathParam("id") @Parameter(description = "Id of the order", example = EXAMPLE_ID) UUID id) {
        return switch (cancelOrder.cancel(id)) {
            case Cancelled(Order order) -> answer(Status.ACCEPTED, order);
            case CancelledBefore(Order order) -> answer(Status.OK, order);
            case TooLate(var status) ->
                throw new ProblemException(
                        Status.CONFLICT,
                        "too-late",
                        "The order is already " + status + " and can no longer be cancelled.");
            case CancelOrder.Outcome.Unknown unknown -> throw Unknown.order(id);
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
