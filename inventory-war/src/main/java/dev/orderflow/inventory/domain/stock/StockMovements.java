package dev.orderflow.inventory.domain.stock;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stock ledger. */
public interface StockMovements {

    /**
     * Writes the movement before the transaction ends, in one statement with all others and in the order of the calls.
     */
    void append(StockMovement movement);

    /** What was recorded under the idempotency key. Waits for a transaction that has asked for the same key before. */
    Optional<StockMovement> recordedUnder(String key);

    /**
     * The newest first.
     *
     * @param before the movement after the first one wanted; null to begin with the newest
     */
    List<StockMovement> newest(String sku, @Nullable UUID before, int limit);
}
