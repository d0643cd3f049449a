package dev.orderflow.order.domain.product;

import java.util.List;
import java.util.Optional;

/** The catalogue. */
public interface Products {

    Optional<Product> find(String sku);

    /** At most so many products after the given SKU, by SKU. */
    List<Product> list(String afterSku, int limit);

    /** The product, locked until the transaction ends. */
    Optional<Product> lock(String sku);

    /** Adds a product; false, and nothing, when there is one with that SKU. */
    boolean addIfAbsent(String sku, String name, long unitPrice);

    /** Writes a product's change now, so that its version is the new one. */
    void write(Product product);
}
