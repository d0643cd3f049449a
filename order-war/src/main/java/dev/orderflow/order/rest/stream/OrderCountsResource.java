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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All orders, as numbers. */
@Path("/orders/counts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class OrderCountsResource {

    @Inject
    CountOrders countOrders;

    @GET
    @Operation(operationId = "countOrders", summary = "Count the orders", description = """
                    Number of orders by status, age of the oldest open orders, and outcomes of the last ten minutes. \
                    Repeated requests are cheap: a server adds only the events since the last count. To keep the \
                    counts current, follow the orders first, then count, and add the events after `position`.""")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content = @Content(schema = @Schema(implementation = OrderCounts.class)))
    @APIResponse(responseCode = "503", ref = "Starting")
    public Response count() {
        OrderCounts counts = countOrders.count().map(OrderCounts::of).orElseThrow(StreamStart::starting);
        return Response.ok(counts).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
