package dev.orderflow.order.rest.order;

import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY_PATTERN;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY_REQUIRED;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY_RULE;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.REPLAYED;

import dev.orderflow.chassis.http.paging.Page;
import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.application.placing.OrderGroupCommit;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Placed;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.rest.OrderApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;

/** Places and lists orders. */
@Path("/orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {

    private static final String LOCATION = OrderApplication.ROOT + "/orders/";

    @Inject
    OrderGroupCommit groupCommit;

    @Inject
    FindOrders findOrders;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response place(
            @HeaderParam(KEY)
                    @NotNull(message = KEY_REQUIRED + ": a name of your own for this order, such as a UUID")
                    @Pattern(regexp = KEY_PATTERN, message = KEY_RULE)
                    String key,
            @NotNull(message = "must not be empty") @Valid PlaceOrderRequest request) {
        return switch (groupCommit.place(request.toCommand(key))) {
            case Placed(Order order, boolean replayed) -> answer(order, replayed);
            case Refused refused -> throw OrderProblems.refused(refused);
        };
    }

    /** Location is a path. An absolute URL would contain the host name that the caller sent. */
    private static Response answer(Order placed, boolean replayed) {
        ResponseBuilder response = Response.status(Status.CREATED)
                .header(HttpHeaders.LOCATION, LOCATION + placed.id())
                .tag(new EntityTag(OrderRepresentation.tag(placed.version()).toString()))
                .entity(OrderRepresentation.of(placed));
        return (replayed ? response.header(REPLAYED, true) : response).build();
    }

    @GET
    public Response list(@Valid @BeanParam OrderFilter filter, @Context UriInfo uri) {
        Page<Order> page = Page.of(findOrders.list(filter.query()), filter.limit(), Cursors::encode);
        return page.answer(OrderPage.of(page), uri, "after");
    }
}
