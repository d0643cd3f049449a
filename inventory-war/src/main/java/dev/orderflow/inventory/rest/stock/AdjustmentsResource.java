package dev.orderflow.inventory.rest.stock;

import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY_PATTERN;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY_REQUIRED;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.KEY_RULE;
import static dev.orderflow.chassis.http.paging.IdempotencyHeaders.REPLAYED;

import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.inventory.application.stock.AdjustStock;
import dev.orderflow.inventory.application.stock.AdjustStock.Adjusted;
import dev.orderflow.inventory.application.stock.AdjustStock.BelowReserved;
import dev.orderflow.inventory.application.stock.AdjustStock.KeyUsedBefore;
import dev.orderflow.inventory.application.stock.AdjustStock.UnknownSku;
import dev.orderflow.inventory.domain.stock.StockAdjustment;
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

/** Adjusts the stock of a SKU manually. The Idempotency-Key limits a repeated request to one adjustment. */
@Path("stock/{sku}/adjustments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AdjustmentsResource {

    @Inject
    AdjustStock adjustStock;

    @POST
    public Response adjust(
            @PathParam("sku") @Sku String sku,
            @HeaderParam(KEY) @NotNull(message = KEY_REQUIRED) @Pattern(regexp = KEY_PATTERN, message = KEY_RULE)
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
                        "This " + KEY + " was used for a different adjustment. Use a new key for each adjustment.");
        };
    }
}
