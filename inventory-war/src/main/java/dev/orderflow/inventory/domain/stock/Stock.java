package dev.orderflow.inventory.domain.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stock of all SKUs. */
public interface Stock {

    /**
     * Locks the items until the transaction ends, in the sequence of their SKUs and in one statement.
     *
     * @return by SKU; an unknown SKU is missing
     */
    Map<String, StockItem> lock(Collection<String> skus);

    /** Sees to it that the SKU is known, with nothing on hand if it was not. */
    void know(String sku);

    /** Writes all changes now, so that the items have the versions they will keep. */
    void flush();

    Optional<Level> find(String sku);

    /** {@link StockItem#lowAt()}; empty for an unknown SKU. */
    Optional<Long> lowAt(String sku);

    /**
     * By SKU.
     *
     * @param after the SKU before the first one wanted; empty to begin
     */
    List<Level> list(String after, int limit);
}
