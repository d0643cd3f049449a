package dev.orderflow.order.rest.product;

import dev.orderflow.chassis.http.conditional.VersionTag;
import dev.orderflow.order.domain.product.Product;

/** A product of the catalogue. The price is in minor units. */
public record ProductRepresentation(String sku, String name, long unitPrice, String currency, long version) {

    /** The form of this JSON; see {@link VersionTag}. */
    public static final String FORM = "v1";

    static VersionTag tag(Product product) {
        return new VersionTag(product.version(), FORM);
    }

    static ProductRepresentation of(Product product, String currency) {
        return new ProductRepresentation(
                product.sku(), product.name(), product.unitPrice(), currency, product.version());
    }
}
