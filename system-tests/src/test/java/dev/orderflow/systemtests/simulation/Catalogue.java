package dev.orderflow.systemtests.simulation;

import dev.orderflow.order.domain.Offers;
import dev.orderflow.order.domain.Product;
import java.util.Collection;

/** Offers whatever is asked for, at one price. */
record Catalogue(Clock clock) implements Offers {

    static final long PRICE = 1250;

    @Override
    public Offer offer(Collection<String> skus) {
        return new Offer(
                skus.stream().sorted().map(sku -> new Product(sku, sku, PRICE)).toList(), clock.now());
    }
}
