package dev.orderflow.payment.domain.reconciliation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reconciling has to remember, and how our ledger stands. */
public interface Reconciliations {

    /** Locked until the transaction ends. */
    Reconciliation lock();

    Reconciliation get();

    /** Of those of the orders that have a payment. */
    List<LedgerBalance> balances(Collection<UUID> orderIds);

    /**
     * Payments at rest that the gateway's books were not found to agree with yet, in the sequence of their orders' ids.
     *
     * @param before when they were requested, by the database clock
     * @param after the last order of the batch before; null for the first batch
     */
    List<UUID> notAgreed(Instant before, @Nullable UUID after, int limit);

    /** The gateway's books say the same. Without effect on a payment that has changed since. */
    void agree(Collection<LedgerBalance> balances);

    Optional<LedgerDifference> difference(String key);

    void add(LedgerDifference difference);

    void remove(LedgerDifference difference);

    /** How many differences there are of each kind; without those of which there is none. */
    Map<DifferenceKind, Long> count();

    /** Differences after a key, in the sequence of their keys. */
    List<LedgerDifference> differences(String after, int limit);
}
