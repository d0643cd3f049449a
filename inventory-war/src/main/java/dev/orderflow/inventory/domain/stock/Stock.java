package dev.orderflow.inventory.domain.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stock of all SKUs. */
public interface Stock {

    /**
     * Locks the items until the transaction ends, in the sequence of their SKUs and in one statement. What orders change
     * in them is written once they are {@linkplain #store stored}.
     *
     * @return by SKU; an unknown SKU is missing
     */
    Map<String, StockItem> lock(Collection<String> skus);

    /**
     * Has an item of {@link #lock} written as it is now, before the transaction ends: in one statement with all others.
     * To be called after each change; the last one counts.
     */
    void store(StockItem item);

    /** Locks one item until the transaction ends, and writes by itself whatever is changed in it. */
    Optional<StockItem> lockOne(String sku);

    /** Sees to it that the SKU is known, with nothing on hand if it was not. */
    void know(String sku);

    /** Writes all changes of {@link #lockOne} now, so that the item has the version that it will keep. */
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
