package dev.orderflow.inventory.rest;

import dev.orderflow.events.problem.ProblemException;
import dev.orderflow.inventory.application.AdjustStock;
import dev.orderflow.inventory.application.AdjustStock.Adjusted;
import dev.orderflow.inventory.application.AdjustStock.BelowReserved;
import dev.orderflow.inventory.application.AdjustStock.KeyUsedBefore;
import dev.orderflow.inventory.application.AdjustStock.UnknownSku;
import dev.orderflow.inventory.domain.Adjustment;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Puts stock right by hand. */
@Path("stock/{sku}/adjustments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "stock")
public class AdjustmentsResource {

    private static final String KEY = "Idempotency-Key";

    @Inject
    AdjustStock adjustStock;

    @POST
    @Operation(
            summary = "Adjust the stock of a SKU",
            description = "RECEIVE, CORRECT or COUNT what is on hand; never below what is reserved."
                    + " A SKU that is not known yet is created by its first positive quantity. The Idempotency-Key makes it"
                    + " safe to send the request again: it is carried out once, and a replay is answered with the level of"
                    + " the first time and the header Idempotent-Replayed: true.")
    @APIResponseSchema(value = StockLevel.class, responseCode = "201", responseDescription = "The new level")
    @APIResponse(responseCode = "400", description = "The request or its Idempotency-Key is missing or malformed")
    @APIResponse(responseCode = "404", description = "Units are to be taken from a SKU that is unknown")
    @APIResponse(responseCode = "409", description = "Less would be left than is reserved")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another adjustment")
    public Response adjust(
            @PathParam("sku") @Sku String sku,
            @HeaderParam(KEY)
                    @NotNull(message = "the header " + KEY + " is required")
                    @Pattern(
                            regexp = "[\\x21-\\x7e]{1,128}",
                            message = "the header " + KEY + " has 1 to 128 visible ASCII characters")
                    String key,
            @NotNull @Valid AdjustmentRequest request) {
        var adjustment = new Adjustment(sku, request.kind(), request.quantity(), request.reason(), key);
        return switch (adjustStock.adjust(adjustment)) {
            case Adjusted(var level, boolean replayed) -> {
                var answer = Response.status(Status.CREATED).entity(StockLevel.of(level));
                yield (replayed ? answer.header("Idempotent-Replayed", true) : answer).build();
            }
            case UnknownSku unknown -> throw StockResource.unknown(sku);
            case BelowReserved(var level) ->
                throw new ProblemException(
                        Status.CONFLICT,
                        "below-reserved",
                        "Of the %d units on hand %d are reserved: at most %d can go. Cancel orders first."
                                .formatted(level.onHand(), level.reserved(), level.available()));
            case KeyUsedBefore used ->
                throw new ProblemException(
                        ProblemException.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "The " + KEY + " was used for another adjustment. Send a new key with a new request.");
        };
    }
}
