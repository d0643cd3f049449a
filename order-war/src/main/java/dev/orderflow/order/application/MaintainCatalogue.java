package dev.orderflow.order.application;

import dev.orderflow.order.domain.product.Product;
import dev.orderflow.order.domain.product.Products;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The shop keeps its catalogue. Orders that were placed before a change keep their names and prices. */
@ApplicationScoped
@Transactional
public class MaintainCatalogue {

    @Inject
    Products products;

    /** What became of a product that was put. */
    public sealed interface Outcome {

        record Added(Product product) implements Outcome {}

        record Changed(Product product) implements Outcome {}

        /** It is not what the caller took it for; nothing was changed. */
        record Refused() implements Outcome {}
    }

    /** At most so many products after the given SKU, by SKU. */
    public List<Product> list(String afterSku, int limit) {
        return products.list(afterSku, limit);
    }

    public Optional<Product> find(String sku) {
        return products.find(sku);
    }

    /**
     * Adds a product or changes its name and price. Of several that put it at the same time, each sees what the one
     * before has made of it.
     *
     * @param unitPrice in minor units
     * @param condition on the product as it is now, empty when there is none; nothing is done where it does not hold
     */
    public Outcome put(String sku, String name, long unitPrice, Predicate<Optional<Product>> condition) {
        if (condition.test(Optional.empty()) && products.addIfAbsent(sku, name, unitPrice)) {
            return new Outcome.Added(products.lock(sku).orElseThrow());
        }
        Optional<Product> before = products.lock(sku);
        if (before.isEmpty() || !condition.test(before)) {
            return new Outcome.Refused();
        }
        Product product = before.get();
        product.change(name, unitPrice);
        products.write(product);
        return new Outcome.Changed(product);
    }
}
