package dev.orderflow.order.domain.product;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** What customers may buy, and for how much: the part of the catalogue that an order needs. */
public interface Offers {

    /**
     * What is on offer now.
     *
     * @param products by SKU
     * @param at the time of the database's clock; means nothing when there are no products
     */
    record Offer(Map<String, Product> products, Instant at) {}

    /** Those of the SKUs that the catalogue knows, with their present prices; asks for nothing when there are none. */
    Offer offer(Collection<String> skus);
}
