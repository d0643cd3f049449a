package dev.orderflow.order.application;

import dev.orderflow.order.domain.Product;
import dev.orderflow.order.domain.Products;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The shop keeps its catalogue. */
@ApplicationScoped
public class OfferProducts {

    @Inject
    Products products;

    /** At most so many products after the given SKU, by SKU. */
    @Transactional
    public List<Product> list(String afterSku, int limit) {
        return products.list(afterSku, limit);
    }

    /**
     * Adds a product or changes its name and price; orders placed before keep theirs.
     *
     * @param unitPrice in minor units
     */
    @Transactional
    public Product put(String sku, String name, long unitPrice) {
        return products.find(sku)
                .map(product -> {
                    product.change(name, unitPrice);
                    return product;
                })
                .orElseGet(() -> {
                    Product product = new Product(sku, name, unitPrice);
                    products.add(product);
                    return product;
                });
    }
}
