package dev.orderflow.payment.domain.reconciliation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The repository of the reconciliation: its progress, the differences and our balances. */
public interface Reconciliations {

    /** Returns the progress, locked until the transaction ends. */
    Reconciliation lock();

    Reconciliation get();

    /** Returns the balances of those orders that have a payment. */
    List<LedgerBalance> balances(Collection<UUID> orderIds);

    /**
     * Returns payments that are not in flight and were not confirmed by the gateway's ledger, in the order of their
     * ids.
     *
     * @param before upper bound of the time of the request, by the database's clock
     * @param after last order of the previous batch; null for the first batch
     */
    List<UUID> notAgreed(Instant before, @Nullable UUID after, int limit);

    /** Marks payments as confirmed by the gateway. No effect on a payment that has changed since. */
    void agree(Collection<LedgerBalance> balances);

    Optional<LedgerDifference> difference(String key);

    void add(LedgerDifference difference);

    void remove(LedgerDifference difference);

    /** Returns the number of differences by kind. A kind without differences is absent. */
    Map<DifferenceKind, Long> count();

    /** Returns the next differences, in key order. */
    List<LedgerDifference> differences(String after, int limit);
}
