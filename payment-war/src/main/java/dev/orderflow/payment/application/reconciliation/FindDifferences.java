package dev.orderflow.payment.application.reconciliation;

import dev.orderflow.payment.domain.Payments;
import dev.orderflow.payment.domain.reconciliation.DifferenceKind;
import dev.orderflow.payment.domain.reconciliation.LedgerDifference;
import dev.orderflow.payment.domain.reconciliation.Reconciliation;
import dev.orderflow.payment.domain.reconciliation.Reconciliations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads the differences between the ledgers and the state of the reconciliation. */
@ApplicationScoped
@Transactional
public class FindDifferences {

    /** A page of differences and the last pass. */
    public record Found(Reconciliation reconciliation, List<LedgerDifference> differences) {}

    /**
     * The result of the reconciliation so far.
     *
     * @param age time since the start of the last complete pass
     */
    public record State(Map<DifferenceKind, Long> differences, Duration age) {}

    @Inject
    Reconciliations reconciliations;

    @Inject
    Payments payments;

    public Found find(String after, int limit) {
        return new Found(reconciliations.get(), list(after, limit));
    }

    public State state() {
        return new State(reconciliations.count(), reconciliations.get().age(payments.now()));
    }

    public List<LedgerDifference> list(String after, int limit) {
        return reconciliations.differences(after, limit);
    }
}
