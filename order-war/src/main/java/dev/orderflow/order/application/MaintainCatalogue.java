package dev.orderflow.order.application;

import dev.orderflow.order.domain.product.Product;
import dev.orderflow.order.domain.product.Products;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Maintains the product catalogue. Orders keep the name and the price that were valid when they were placed. */
@ApplicationScoped
@Transactional
public class MaintainCatalogue {

    @Inject
    Products products;

    /** The result of a change. */
    public sealed interface Outcome {

        record Added(Product product) implements Outcome {}

        record Changed(Product product) implements Outcome {}

        /** The precondition does not hold. Nothing was changed. */
        record Refused() implements Outcome {}
    }

    /** Returns the next products in SKU order. */
    public List<Product> list(String afterSku, int limit) {
        return products.list(afterSku, limit);
    }

    public Optional<Product> find(String sku) {
        return products.find(sku);
    }

    /**
     * Adds a product, or changes its name and price. Concurrent changes of a product are serialized.
     *
     * @param unitPrice in minor units
     * @param condition precondition on the current product, which is empty if the product does not exist
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
