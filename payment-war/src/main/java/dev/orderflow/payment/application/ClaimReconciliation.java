package dev.orderflow.payment.application;

import dev.orderflow.payment.domain.Payments;
import dev.orderflow.payment.domain.Reconciliation;
import dev.orderflow.payment.domain.Reconciliations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One server reconciles at a time, and goes on where the last one stopped; each step is a transaction of its own. */
@ApplicationScoped
@Transactional
public class ClaimReconciliation {

    /**
     * A pass that has begun.
     *
     * @param startedAt by the database clock
     * @param since from when on the statement is to be read, by the gateway's clock
     */
    public record Pass(Instant startedAt, Instant since) {}

    @Inject
    Reconciliations reconciliations;

    @Inject
    Payments payments;

    @Inject
    ReconciliationSettings settings;

    /** Empty when it is not time, or another server is at it. */
    public Optional<Pass> begin() {
        Reconciliation reconciliation = reconciliations.lock();
        Instant now = payments.now();
        return reconciliation.begin(now, settings.pause())
                ? Optional.of(new Pass(now, since(reconciliation)))
                : Optional.empty();
    }

    /** Not before the epoch: a gateway need not know such times. */
    private Instant since(Reconciliation reconciliation) {
        Instant since = reconciliation.readTo().minus(settings.overlap());
        return since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since;
    }

    /** Keeps the pass; the statement has been read up to there, if it has been read on. */
    public void advance(@Nullable Instant to) {
        reconciliations.lock().advance(to, payments.now(), settings.pause());
    }

    public void complete(Pass pass) {
        reconciliations.lock().complete(pass.startedAt(), payments.now());
    }

    /** The next payments of which the gateway's statement has not said that it agrees. */
    public List<UUID> notAgreed(Pass pass, @Nullable UUID after) {
        return reconciliations.notAgreed(pass.startedAt().minus(settings.settle()), after, settings.batch());
    }
}
