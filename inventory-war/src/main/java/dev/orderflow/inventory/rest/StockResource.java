package dev.orderflow.inventory.rest;

import dev.orderflow.events.problem.ProblemException;
import dev.orderflow.inventory.application.FindStock;
import dev.orderflow.inventory.application.WatchStock;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What there is. */
@Path("stock")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "stock")
public class StockResource {

    @Inject
    FindStock findStock;

    @Inject
    WatchStock watchStock;

    @GET
    @Operation(summary = "All stock, by SKU, a page at a time")
    @APIResponse(responseCode = "200", description = "{items, next}; next goes into `after`, and is in the Link header")
    public Response list(@Valid @BeanParam StockFilter filter, @Context UriInfo uri) {
        var found = findStock.list(filter.after, filter.limit() + 1).stream()
                .map(StockLevel::of)
                .toList();
        return Page.of(found, filter.limit(), StockLevel::sku).answer(uri, "after");
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
            @PathParam("sku") @Sku String sku, @Valid @BeanParam MovementFilter filter, @Context UriInfo uri) {
        var found =
                findStock.movements(sku, filter.before(), filter.limit() + 1).orElseThrow(() -> unknown(sku)).stream()
                        .map(MovementEntry::of)
                        .toList();
        return Page.of(found, filter.limit(), entry -> entry.id().toString()).answer(uri, "before");
    }

    @GET
    @Path("{sku}/threshold")
    @Operation(summary = "From when on the stock of a SKU is low")
    @APIResponseSchema(value = Threshold.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "The SKU is unknown")
    public Threshold threshold(@PathParam("sku") @Sku String sku) {
        return watchStock.threshold(sku).map(Threshold::new).orElseThrow(() -> unknown(sku));
    }

    @PUT
    @Path("{sku}/threshold")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Say from when on the stock of a SKU is low",
            description = "Each time that fewer units are available than this, and were not before, the event"
                    + " dev.orderflow.inventory.stock-low.v1 is published once to orderflow.stock.v1.")
    @APIResponseSchema(value = Threshold.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "The SKU is unknown")
    public Threshold watch(@PathParam("sku") @Sku String sku, @NotNull @Valid Threshold threshold) {
        if (!watchStock.watch(sku, threshold.lowAt())) {
            throw unknown(sku);
        }
        return threshold;
    }

    static ProblemException unknown(String sku) {
        return new ProblemException(
                Status.NOT_FOUND,
                "unknown-sku",
                "Nothing is known of the SKU %s. A first adjustment with a positive quantity makes it known."
                        .formatted(sku));
    }
}
