package dev.orderflow.order.rest.product;

import dev.orderflow.chassis.http.Problem;
import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.chassis.http.conditional.Preconditions;
import dev.orderflow.chassis.http.paging.Page;
import dev.orderflow.chassis.http.paging.SkuPaging;
import dev.orderflow.chassis.http.parameters.TextRules;
import dev.orderflow.order.application.MaintainCatalogue;
import dev.orderflow.order.application.MaintainCatalogue.Outcome.Added;
import dev.orderflow.order.application.MaintainCatalogue.Outcome.Changed;
import dev.orderflow.order.application.MaintainCatalogue.Outcome.Refused;
import dev.orderflow.order.domain.product.Product;
import dev.orderflow.order.rest.ProblemExamples;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue. */
@Path("/products")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
public class ProductsResource {

    private static final String SKU = "The shop's name for the product";

    /** The catalogue is for everybody: caches may keep it, and ask before each use whether it has changed. */
    private static final String ASK_AGAIN = "no-cache";

    @Inject
    MaintainCatalogue catalogue;

    @Inject
    @ConfigProperty(name = "orderflow.currency")
    String currency;

    @GET
    @Operation(
            operationId = "listProducts",
            summary = "List the catalogue",
            description = "By SKU, in pages; follow the Link header.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            headers = @Header(name = "Link", ref = "NextPage"),
            content = @Content(schema = @Schema(implementation = ProductRepresentation[].class)))
    public Response list(@Valid @BeanParam SkuPaging paging, @Context UriInfo uri) {
        Page<Product> page = Page.of(catalogue.list(paging.after(), paging.limit() + 1), paging.limit(), Product::sku);
        return askAgain(Response.fromResponse(
                page.answer(page.items().stream().map(this::representation).toList(), uri, "after")));
    }

    @GET
    @Path("/{sku}")
    @Operation(
            operationId = "getProduct",
            summary = "Get a product",
            description = "Send its ETag as If-Match with a change.")
    @APIResponse(
            responseCode = "200",
            description = "The current product",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = ProductRepresentation.class)))
    @APIResponse(responseCode = "304", description = "The current version matches If-None-Match")
    @APIResponse(responseCode = "412", ref = "AnotherVersion")
    @APIResponse(
            responseCode = "404",
            description = "The product does not exist",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            examples =
                                    @ExampleObject(name = "unknown-product", value = ProblemExamples.UNKNOWN_PRODUCT)))
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "ETag of a version that the client has",
            schema = @Schema(type = SchemaType.STRING),
            example = "\"2.v1\"")
    public Response get(
            @PathParam("sku") @Parameter(description = SKU, example = "BOOK-001") String sku,
            @Context HttpHeaders headers) {
        Product product = catalogue
                .find(sku)
                .orElseThrow(() -> new ProblemException(
                        Status.NOT_FOUND,
                        "unknown-product",
                        "There is no product " + sku + ". See GET /api/products for all products."));
        return askAgain(
                Preconditions.of(headers).answer(ProductRepresentation.tag(product), () -> representation(product)));
    }

    @PUT
    @Path("/{sku}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putProduct",
            summary = "Add or change a product",
            description = "A new price does not affect existing orders. If-Match prevents lost updates;"
                    + " If-None-Match: * only adds a product.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "ETag of the version to change",
            schema = @Schema(type = SchemaType.STRING),
            example = "\"2.v1\"")
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "* to add a product only if it does not exist",
            schema = @Schema(type = SchemaType.STRING),
            example = "*")
    @APIResponse(
            responseCode = "200",
            description = "Changed; the current product",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = ProductRepresentation.class)))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = ProductRepresentation.class)))
    @APIResponse(responseCode = "412", ref = "AnotherVersion")
    public Response put(
            @PathParam("sku")
                    @Pattern(regexp = TextRules.SKU, message = TextRules.SKU_RULE)
                    @Parameter(description = SKU, example = "BOOK-001")
                    String sku,
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

    private static Response askAgain(ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN).build();
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
