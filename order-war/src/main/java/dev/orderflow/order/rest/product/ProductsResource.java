package dev.orderflow.order.rest.product;

import dev.orderflow.chassis.http.paging.Page;
import dev.orderflow.chassis.http.paging.SkuPaging;
import dev.orderflow.order.application.MaintainCatalogue;
import dev.orderflow.order.domain.product.Product;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lists the catalogue. */
@Path("/products")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProductsResource {

    /** The catalogue is public: shared caches may store it, and revalidate it before each use. */
    static final String ASK_AGAIN = "no-cache";

    @Inject
    MaintainCatalogue catalogue;

    @Inject
    @ConfigProperty(name = "orderflow.currency")
    String currency;

    @GET
    public Response list(@Valid @BeanParam SkuPaging paging, @Context UriInfo uri) {
        Page<Product> page = Page.of(catalogue.list(paging.after(), paging.limit() + 1), paging.limit(), Product::sku);
        var products = page.items().stream()
                .map(product -> ProductRepresentation.of(product, currency))
                .toList();
        return Response.fromResponse(page.answer(products, uri, "after"))
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                .build();
    }
}
