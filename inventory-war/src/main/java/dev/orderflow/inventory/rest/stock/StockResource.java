package dev.orderflow.inventory.rest.stock;

import dev.orderflow.chassis.http.paging.Page;
import dev.orderflow.chassis.http.paging.SkuPaging;
import dev.orderflow.inventory.application.stock.FindStock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Lists the stock levels of all SKUs. */
@Path("stock")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class StockResource {

    @Inject
    FindStock findStock;

    @GET
    public Response list(@Valid @BeanParam SkuPaging paging, @Context UriInfo uri) {
        var found = findStock.list(paging.after(), paging.limit() + 1).stream()
                .map(StockLevel::of)
                .toList();
        return Page.of(found, paging.limit(), StockLevel::sku).answer(uri, "after");
    }
}
