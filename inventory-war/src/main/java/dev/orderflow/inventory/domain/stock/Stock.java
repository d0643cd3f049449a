package dev.orderflow.inventory.domain.stock;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The repository of stock items. */
public interface Stock {

    /**
     * Locks items until the transaction ends, in SKU order and with one statement. {@link #store} writes their changes.
     *
     * @return by SKU; an unknown SKU is absent
     */
    Map<String, StockItem> lock(Collection<String> skus);

    /**
     * Schedules an item of {@link #lock} to be written before the commit, in one statement with all others. Call it
     * after each change. The last call counts.
     */
    void store(StockItem item);

    /** Locks one item until the transaction ends. Its changes are written without {@link #store}. */
    Optional<StockItem> lockOne(String sku);

    /** Adds a SKU with no units on hand, unless it exists. */
    void addIfAbsent(String sku);

    /** Writes all changes of {@link #lockOne} now, so that the item has its final version. */
    void flush();

    Optional<StockBalance> find(String sku);

    /** Returns {@link StockItem#lowAt()}; empty if the SKU is unknown. */
    Optional<Long> lowAt(String sku);

    /**
     * Returns the next SKUs, in order.
     *
     * @param after the last SKU of the previous page; empty for the first page
     */
    List<StockBalance> list(String after, int limit);
}
