package dev.orderflow.order.rest;

import dev.orderflow.events.problem.Problem;
import dev.orderflow.events.problem.ProblemException;
import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.application.PlaceOrder;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriBuilder;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Placing orders and looking at them. */
@Path("/orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class OrdersResource {

    @Inject
    PlaceOrder placeOrder;

    @Inject
    FindOrders findOrders;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Place an order",
            description =
                    "The order is stored as PENDING and goes on by itself. Prices come from the catalogue; lines of the"
                            + " same SKU are merged.")
    @APIResponse(
            responseCode = "201",
            description = "Stored; Location tells where",
            content = @Content(schema = @Schema(implementation = OrderRepresentation.class)))
    @APIResponse(
            responseCode = "400",
            description = "The request cannot be read or breaks a rule",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "A SKU is unknown, or there is too much of something",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response place(@NotNull(message = "must not be empty") @Valid PlaceOrderRequest request) {
        Order order = accept(request);
        return Response.created(UriBuilder.fromResource(OrdersResource.class)
                        .path(order.id().toString())
                        .build())
                .entity(OrderRepresentation.of(order))
                .build();
    }

    private Order accept(PlaceOrderRequest request) {
        try {
            return placeOrder.place(request.toCommand());
        } catch (OrderException refusal) {
            throw new ProblemException(
                    ProblemException.UNPROCESSABLE_CONTENT, refusal.kind().code(), refusal.reason());
        }
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Look at an order")
    @APIResponse(
            responseCode = "200",
            description = "The order as it is now",
            content = @Content(schema = @Schema(implementation = OrderRepresentation.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such order",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public OrderRepresentation get(@PathParam("id") UUID id) {
        return findOrders
                .byId(id)
                .map(OrderRepresentation::of)
                .orElseThrow(() -> new ProblemException(
                        Status.NOT_FOUND, "unknown-order", "There is no order " + id + ". Check the id."));
    }
}
