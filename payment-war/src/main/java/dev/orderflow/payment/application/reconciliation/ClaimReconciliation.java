package dev.orderflow.payment.application.reconciliation;

import dev.orderflow.payment.domain.Payments;
import dev.orderflow.payment.domain.reconciliation.Reconciliation;
import dev.orderflow.payment.domain.reconciliation.Reconciliations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Lets one server at a time reconcile, from where the previous one stopped. Each method is a transaction of its own.
 */
@ApplicationScoped
@Transactional
public class ClaimReconciliation {

    /**
     * A pass in progress.
     *
     * @param startedAt by the database's clock
     * @param since start of the statement to read, by the gateway's clock
     */
    public record Pass(Instant startedAt, Instant since) {}

    @Inject
    Reconciliations reconciliations;

    @Inject
    Payments payments;

    @Inject
    @ConfigProperty(name = "payment.reconciliation.pause-ms")
    long pauseMillis;

    /** The part of the statement that the next pass reads again. */
    @Inject
    @ConfigProperty(name = "payment.reconciliation.overlap-s")
    long overlapSeconds;

    /** The minimum age of a payment that is queried individually. */
    @Inject
    @ConfigProperty(name = "payment.reconciliation.settle-ms")
    long settleMillis;

    @Inject
    @ConfigProperty(name = "payment.reconciliation.batch")
    int batch;

    /** Begins a pass; empty if none is due or another server is reconciling. */
    public Optional<Pass> begin() {
        Reconciliation reconciliation = reconciliations.lock();
        Instant now = payments.now();
        return reconciliation.begin(now, pause())
                ? Optional.of(new Pass(now, since(reconciliation)))
                : Optional.empty();
    }

    /** Not before the epoch, because a gateway may reject such times. */
    private Instant since(Reconciliation reconciliation) {
        Instant since = reconciliation.readTo().minusSeconds(overlapSeconds);
        return since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since;
    }

    /** Extends the lease of the pass, and records how far the statement was read. */
    public void advance(@Nullable Instant to) {
        reconciliations.lock().advance(to, payments.now(), pause());
    }

    public void complete(Pass pass) {
        reconciliations.lock().complete(pass.startedAt(), payments.now());
    }

    /** Returns the next payments that the gateway's statement did not confirm. */
    public List<UUID> notAgreed(Pass pass, @Nullable UUID after) {
        return reconciliations.notAgreed(pass.startedAt().minusMillis(settleMillis), after, batch);
    }

    private Duration pause() {
        return Duration.ofMillis(pauseMillis);
    }
}
