package dev.orderflow.order.rest.stream;

import dev.orderflow.order.application.CountOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Counts of all orders. */
@Path("/orders/counts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrderCountsResource {

    @Inject
    CountOrders countOrders;

    @GET
    public Response count() {
        OrderCounts counts = countOrders.count().map(OrderCounts::of).orElseThrow(StreamStart::starting);
        return Response.ok(counts).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
