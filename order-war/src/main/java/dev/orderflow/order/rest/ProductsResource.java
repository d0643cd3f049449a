package dev.orderflow.order.rest;

import dev.orderflow.events.problem.Problem;
import dev.orderflow.order.application.OfferProducts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue. */
@Path("/products")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
public class ProductsResource {

    @Inject
    OfferProducts offerProducts;

    @Inject
    @ConfigProperty(name = "orderflow.currency")
    String currency;

    @GET
    @Operation(
            summary = "List the catalogue",
            description = "By SKU, at most 100 at a time; after= takes the last SKU seen.")
    public List<ProductRepresentation> list(
            @QueryParam("after") @DefaultValue("") @Pattern(regexp = "[A-Za-z0-9._:@-]{0,64}") String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
        return offerProducts.list(after, limit).stream()
                .map(product -> ProductRepresentation.of(product, currency))
                .toList();
    }

    @PUT
    @Path("/{sku}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add a product or change it",
            description = "A change of price never touches orders that were placed before.")
    @APIResponse(
            responseCode = "200",
            description = "The product as it is now",
            content = @Content(schema = @Schema(implementation = ProductRepresentation.class)))
    @APIResponse(
            responseCode = "400",
            description = "The request cannot be read or breaks a rule",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ProductRepresentation put(
            @PathParam("sku")
                    @Pattern(regexp = PlaceOrderRequest.IDENTIFIER, message = PlaceOrderRequest.IDENTIFIER_RULE)
                    String sku,
            @NotNull(message = "must not be empty") @Valid PutProductRequest request) {
        return ProductRepresentation.of(offerProducts.put(sku, request.name(), request.unitPrice()), currency);
    }
}
