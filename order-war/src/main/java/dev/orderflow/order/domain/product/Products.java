package dev.orderflow.order.domain.product;

import java.util.List;
import java.util.Optional;

/** The repository of products. */
public interface Products {

    Optional<Product> find(String sku);

    /** Returns the next products in SKU order. */
    List<Product> list(String afterSku, int limit);

    /** Returns the product, locked until the transaction ends. */
    Optional<Product> lock(String sku);

    /** Adds a product. Returns false, without any change, if the SKU exists. */
    boolean addIfAbsent(String sku, String name, long unitPrice);

    /** Writes a product's change now, so that its version is final. */
    void write(Product product);
}
