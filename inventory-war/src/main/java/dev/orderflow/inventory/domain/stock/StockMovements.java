package dev.orderflow.inventory.domain.stock;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stock ledger: append-only. */
public interface StockMovements {

    /** Appends a movement before the commit, in one statement with all others and in the order of the calls. */
    void append(StockMovement movement);

    /** Returns the movement with this idempotency key. Waits for a transaction that has asked for the same key. */
    Optional<StockMovement> recordedUnder(String key);

    /**
     * Returns the movements of a SKU, newest first.
     *
     * @param before the last movement of the previous page; null for the first page
     */
    List<StockMovement> newest(String sku, @Nullable UUID before, int limit);
}
