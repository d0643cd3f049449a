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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What there is, of every SKU. */
@Path("stock")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Stock")
public class StockResource {

    @Inject
    FindStock findStock;

    @GET
    @Operation(
            operationId = "listStock",
            summary = "List all stock",
            description = "By SKU, in pages; follow next or the Link header.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            headers = @Header(name = "Link", ref = "NextPage"),
            content = @Content(schema = @Schema(implementation = StockPage.class)))
    public Response list(@Valid @BeanParam SkuPaging paging, @Context UriInfo uri) {
        var found = findStock.list(paging.after(), paging.limit() + 1).stream()
                .map(StockLevel::of)
                .toList();
        return Page.of(found, paging.limit(), StockLevel::sku).answer(uri, "after");
    }
}
