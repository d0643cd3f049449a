package dev.orderflow.order.rest.product;

import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.chassis.http.conditional.Preconditions;
import dev.orderflow.chassis.http.parameters.TextRules;
import dev.orderflow.order.application.MaintainCatalogue;
import dev.orderflow.order.application.MaintainCatalogue.Outcome.Added;
import dev.orderflow.order.application.MaintainCatalogue.Outcome.Changed;
import dev.orderflow.order.application.MaintainCatalogue.Outcome.Refused;
import dev.orderflow.order.domain.product.Product;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gets, adds and changes one product. */
@Path("/products/{sku}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProductResource {

    @Inject
    MaintainCatalogue catalogue;

    @Inject
    @ConfigProperty(name = "orderflow.currency")
    String currency;

    @GET
    public Response get(@PathParam("sku") String sku, @Context HttpHeaders headers) {
        Product product = catalogue
                .find(sku)
                .orElseThrow(() -> new ProblemException(
                        Status.NOT_FOUND,
                        "unknown-product",
                        "There is no product " + sku + ". See GET /api/products for all products."));
        return Preconditions.of(headers)
                .answer(ProductRepresentation.tag(product), () -> representation(product))
                .header(HttpHeaders.CACHE_CONTROL, ProductsResource.ASK_AGAIN)
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("sku") @Pattern(regexp = TextRules.SKU, message = TextRules.SKU_RULE) String sku,
            @NotNull(message = "must not be empty") @Valid PutProductRequest product,
            @Context HttpHeaders headers) {
        Preconditions preconditions = Preconditions.of(headers);
        return switch (catalogue.put(
                sku,
                product.name(),
                product.unitPrice(),
                before -> preconditions.allow(before.map(Product::version).orElse(null)))) {
            case Added(Product added) -> answer(Status.CREATED, added);
            case Changed(Product changed) -> answer(Status.OK, changed);
            case Refused refused -> throw Preconditions.failed();
        };
    }

    private Response answer(Status status, Product product) {
        return Response.status(status)
                .entity(representation(product))
                .tag(ProductRepresentation.tag(product).entityTag())
                .build();
    }

    private ProductRepresentation representation(Product product) {
        return ProductRepresentation.of(product, currency);
    }
}
