package dev.orderflow.inventory.rest.stock;

import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY_PATTERN;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY_REQUIRED;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY_RULE;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.REPLAYED;

import dev.orderflow.chassis.http.Problem;
import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.inventory.application.stock.AdjustStock;
import dev.orderflow.inventory.application.stock.AdjustStock.Adjusted;
import dev.orderflow.inventory.application.stock.AdjustStock.BelowReserved;
import dev.orderflow.inventory.application.stock.AdjustStock.KeyUsedBefore;
import dev.orderflow.inventory.application.stock.AdjustStock.UnknownSku;
import dev.orderflow.inventory.domain.stock.StockAdjustment;
import dev.orderflow.inventory.rest.ProblemExamples;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Puts stock right by hand. */
@Path("stock/{sku}/adjustments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Stock")
public class AdjustmentsResource {

    @Inject
    AdjustStock adjustStock;

    @POST
    @Operation(operationId = "adjustStock", summary = "Adjust the stock of a SKU", description = """
            RECEIVE, CORRECT or COUNT the units on hand, never below the reserved units. The first positive quantity \
            creates an unknown SKU.

            Retry with the same Idempotency-Key until you get an answer. A key adjusts once; a replay has the level \
            of the first answer and `Idempotent-Replayed: true`.""")
    @APIResponse(
            responseCode = "201",
            description = "Adjusted; the current level",
            headers =
                    @Header(
                            name = REPLAYED,
                            description = "true if an earlier request made the adjustment",
                            schema = @Schema(type = SchemaType.BOOLEAN, examples = "true")),
            content = @Content(schema = @Schema(implementation = StockLevel.class)))
    @APIResponse(
            responseCode = "404",
            description = "Units would be removed from an unknown SKU",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = @ExampleObject(name = "unknown-sku", value = ProblemExamples.UNKNOWN_SKU)))
    @APIResponse(
            responseCode = "409",
            description = "Fewer units would remain than are reserved",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples = @ExampleObject(name = "below-reserved", value = ProblemExamples.BELOW_RESERVED)))
    @APIResponse(
            responseCode = "422",
            description = "The Idempotency-Key was used for a different adjustment",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples =
                                    @ExampleObject(
                                            name = "idempotency-key-reused",
                                            value = ProblemExamples.KEY_REUSED)))
    public Response adjust(
            @PathParam("sku") @Sku @Parameter(description = "The shop's name for the product", example = "BOOK-001")
                    String sku,
            @HeaderParam(KEY)
                    @NotNull(message = KEY_REQUIRED)
                    @Pattern(regexp = KEY_PATTERN, message = KEY_RULE)
                    @Parameter(
                            description = "Identifies this adjustment. Send the same key with every retry;"
                                    + " quotation marks around it are ignored",
                            example = "delivery-4711")
                    String key,
            @NotNull @Valid AdjustmentRequest request) {
        var adjustment = new StockAdjustment(sku, request.kind(), request.quantity(), request.reason(), key);
        return switch (adjustStock.adjust(adjustment)) {
            case Adjusted(var level, boolean replayed) -> {
                var answer = Response.status(Status.CREATED).entity(StockLevel.of(level));
                yield (replayed ? answer.header(REPLAYED, true) : answer).build();
            }
            case UnknownSku unknown -> throw SkuResource.unknown(sku);
            case BelowReserved(var level) ->
                throw new ProblemException(
                        Status.CONFLICT,
                        "below-reserved",
                        ("%d units are on hand and %d of them are reserved; at most %d can be removed."
                                        + " Cancel orders first.")
                                .formatted(level.onHand(), level.reserved(), level.available()));
            case KeyUsedBefore used ->
                throw new ProblemException(
                        ProblemException.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "The " + KEY + " was used for another adjustment. Send a new key with a new request.");
        };
    }
}
