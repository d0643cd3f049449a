package dev.orderflow.inventory.rest.stock;

import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.chassis.http.paging.Page;
import dev.orderflow.inventory.application.stock.FindStock;
import dev.orderflow.inventory.application.stock.SetLowStockThreshold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;

/** Stock level, stock movements and low-stock threshold of one SKU. */
@Path("stock/{sku}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class SkuResource {

    @Inject
    FindStock findStock;

    @Inject
    SetLowStockThreshold setLowStockThreshold;

    @GET
    public StockLevel bySku(@PathParam("sku") @Sku String sku) {
        return findStock.bySku(sku).map(StockLevel::of).orElseThrow(() -> unknown(sku));
    }

    @GET
    @Path("movements")
    public Response movements(
            @PathParam("sku") @Sku String sku, @Valid @BeanParam MovementFilter filter, @Context UriInfo uri) {
        var found =
                findStock.movements(sku, filter.before(), filter.limit() + 1).orElseThrow(() -> unknown(sku)).stream()
                        .map(MovementEntry::of)
                        .toList();
        return Page.of(found, filter.limit(), entry -> entry.id().toString()).answer(uri, "before");
    }

    @GET
    @Path("threshold")
    public Threshold threshold(@PathParam("sku") @Sku String sku) {
        return setLowStockThreshold.threshold(sku).map(Threshold::new).orElseThrow(() -> unknown(sku));
    }

    @PUT
    @Path("threshold")
    @Consumes(MediaType.APPLICATION_JSON)
    public Threshold watch(@PathParam("sku") @Sku String sku, @NotNull @Valid Threshold threshold) {
        if (!setLowStockThreshold.set(sku, threshold.lowAt())) {
            throw unknown(sku);
        }
        return threshold;
    }

    static ProblemException unknown(String sku) {
        return new ProblemException(
                Status.NOT_FOUND,
                "unknown-sku",
                "There is no SKU %s. An adjustment with a positive quantity creates it.".formatted(sku));
    }
}
