package dev.orderflow.inventory.rest.stock;

import dev.orderflow.chassis.http.Problem;
import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.chassis.http.paging.Page;
import dev.orderflow.inventory.application.stock.FindStock;
import dev.orderflow.inventory.application.stock.SetLowStockThreshold;
import dev.orderflow.inventory.rest.ProblemExamples;
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
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What there is of one SKU, how that came about, and from when on it is low. */
@Path("stock/{sku}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Stock")
@APIResponse(
        responseCode = "404",
        description = "The SKU is unknown",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        examples = @ExampleObject(name = "unknown-sku", value = ProblemExamples.UNKNOWN_SKU)))
public class SkuResource {

    private static final String SKU = "The shop's name for the product";

    @Inject
    FindStock findStock;

    @Inject
    SetLowStockThreshold setLowStockThreshold;

    @GET
    @Operation(
            operationId = "getStock",
            summary = "Get the stock level of a SKU",
            description = "Units on hand, units reserved for orders, and units available.")
    @APIResponse(
            responseCode = "200",
            description = "The current level",
            content = @Content(schema = @Schema(implementation = StockLevel.class)))
    public StockLevel bySku(@PathParam("sku") @Sku @Parameter(description = SKU, example = "BOOK-001") String sku) {
        return findStock.bySku(sku).map(StockLevel::of).orElseThrow(() -> unknown(sku));
    }

    @GET
    @Path("movements")
    @Operation(
            operationId = "listMovements",
            summary = "List the stock movements of a SKU",
            description = "Every change of the units on hand or reserved, with its reason; newest first, in pages.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            headers = @Header(name = "Link", ref = "NextPage"),
            content = @Content(schema = @Schema(implementation = MovementPage.class)))
    public Response movements(
            @PathParam("sku") @Sku @Parameter(description = SKU, example = "BOOK-001") String sku,
            @Valid @BeanParam MovementFilter filter,
            @Context UriInfo uri) {
        var found =
                findStock.movements(sku, filter.before(), filter.limit() + 1).orElseThrow(() -> unknown(sku)).stream()
                        .map(MovementEntry::of)
                        .toList();
        return Page.of(found, filter.limit(), entry -> entry.id().toString()).answer(uri, "before");
    }

    @GET
    @Path("threshold")
    @Operation(
            operationId = "getThreshold",
            summary = "Get the low-stock threshold of a SKU",
            description = "0 means never.")
    @APIResponse(
            responseCode = "200",
            description = "The current threshold",
            content = @Content(schema = @Schema(implementation = Threshold.class)))
    public Threshold threshold(@PathParam("sku") @Sku @Parameter(description = SKU, example = "BOOK-001") String sku) {
        return setLowStockThreshold.threshold(sku).map(Threshold::new).orElseThrow(() -> unknown(sku));
    }

    @PUT
    @Path("threshold")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putThreshold",
            summary = "Set the low-stock threshold of a SKU",
            description = "When the available units fall below this, the event"
                    + " dev.orderflow.inventory.stock-low.v1 is published once to orderflow.stock.v1.")
    @APIResponse(
            responseCode = "200",
            description = "The current threshold",
            content = @Content(schema = @Schema(implementation = Threshold.class)))
    public Threshold watch(
            @PathParam("sku") @Sku @Parameter(description = SKU, example = "BOOK-001") String sku,
            @NotNull @Valid Threshold threshold) {
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
