package dev.orderflow.inventory.domain.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stock of all SKUs. */
public interface Stock {

    /**
     * Locks the items until the transaction ends, in the order of their SKUs and with one statement. Changes are
     * written once the items are {@linkplain #store stored}.
     *
     * @return by SKU; an unknown SKU is missing
     */
    Map<String, StockItem> lock(Collection<String> skus);

    /**
     * Writes an item of {@link #lock} before the transaction ends, in one statement with all others. Call it after each
     * change; the last call counts.
     */
    void store(StockItem item);

    /** Locks one item until the transaction ends. Its changes are written without {@link #store}. */
    Optional<StockItem> lockOne(String sku);

    /** Sees to it that the SKU is known, with nothing on hand if it was not. */
    void addIfAbsent(String sku);

    /** Writes all changes of {@link #lockOne} now, so that the item has the version that it will keep. */
    void flush();

    Optional<StockBalance> find(String sku);

    /** {@link StockItem#lowAt()}; empty for an unknown SKU. */
    Optional<Long> lowAt(String sku);

    /**
     * By SKU.
     *
     * @param after the SKU before the first one wanted; empty to begin
     */
    List<StockBalance> list(String after, int limit);
}
