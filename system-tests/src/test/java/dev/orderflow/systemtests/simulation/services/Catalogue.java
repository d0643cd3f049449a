package dev.orderflow.systemtests.simulation.services;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.order.domain.product.Offers;
import dev.orderflow.order.domain.product.Product;
import dev.orderflow.systemtests.simulation.database.Clock;
import java.util.Collection;

/** Offers whatever is asked for, at one price. */
record Catalogue(Clock clock) implements Offers {

    static final long PRICE = 1250;

    @Override
    public Offer offer(Collection<String> skus) {
        return new Offer(skus.stream().collect(toMap(sku -> sku, sku -> new Product(sku, sku, PRICE))), clock.now());
    }
}
