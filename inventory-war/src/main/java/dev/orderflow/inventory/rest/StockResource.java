package dev.orderflow.inventory.rest;

import dev.orderflow.events.problem.ProblemException;
import dev.orderflow.inventory.application.FindStock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What there is. */
@Path("stock")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "stock")
public class StockResource {

    @Inject
    FindStock findStock;

    @GET
    @Operation(summary = "All stock, by SKU, a page at a time")
    @APIResponse(responseCode = "200", description = "{items, next}; next goes into `after`, and is in the Link header")
    public Response list(
            @QueryParam("after") @DefaultValue("") @Size(max = 64) String after,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_ITEMS) @Min(1) @Max(Page.MAX_ITEMS) int limit,
            @Context UriInfo uri) {
        var found =
                findStock.list(after, limit + 1).stream().map(StockLevel::of).toList();
        return Page.of(found, limit, StockLevel::sku).answer(uri, "after");
    }

    @GET
    @Path("{sku}")
    @Operation(summary = "How much there is of a SKU")
    @APIResponseSchema(value = StockLevel.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "The SKU is unknown")
    public StockLevel bySku(@PathParam("sku") @Sku String sku) {
        return findStock.bySku(sku).map(StockLevel::of).orElseThrow(() -> unknown(sku));
    }

    @GET
    @Path("{sku}/movements")
    @Operation(summary = "The ledger of a SKU, the newest movements first, a page at a time")
    @APIResponse(
            responseCode = "200",
            description = "{items, next}; next goes into `before`, and is in the Link header")
    @APIResponse(responseCode = "404", description = "The SKU is unknown")
    public Response movements(
            @PathParam("sku") @Sku String sku,
            @QueryParam("before") @Nullable UUID before,
            @QueryParam("limit") @DefaultValue(Page.DEFAULT_ITEMS) @Min(1) @Max(Page.MAX_ITEMS) int limit,
            @Context UriInfo uri) {
        var found = findStock.movements(sku, before, limit + 1).orElseThrow(() -> unknown(sku)).stream()
                .map(MovementEntry::of)
                .toList();
        return Page.of(found, limit, entry -> entry.id().toString()).answer(uri, "before");
    }

    static ProblemException unknown(String sku) {
        return new ProblemException(
                Status.NOT_FOUND,
                "unknown-sku",
                "Nothing is known of the SKU %s. A first positive adjustment makes it known.".formatted(sku));
    }
}
