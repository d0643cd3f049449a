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
    @ConfigProperty(name = "payment.reconciliation.pause-ms")
    long pauseMillis;

    /** How much of the statement is read again in the next pass. */
    @Inject
    @ConfigProperty(name = "payment.reconciliation.overlap-s")
    long overlapSeconds;

    /** How old a payment is before the gateway is asked for it by itself. */
    @Inject
    @ConfigProperty(name = "payment.reconciliation.settle-ms")
    long settleMillis;

    @Inject
    @ConfigProperty(name = "payment.reconciliation.batch")
    int batch;

    /** Empty when it is not time, or another server is at it. */
    public Optional<Pass> begin() {
        Reconciliation reconciliation = reconciliations.lock();
        Instant now = payments.now();
        return reconciliation.begin(now, pause())
                ? Optional.of(new Pass(now, since(reconciliation)))
                : Optional.empty();
    }

    /** Not before the epoch: a gateway need not know such times. */
    private Instant since(Reconciliation reconciliation) {
        Instant since = reconciliation.readTo().minusSeconds(overlapSeconds);
        return since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since;
    }

    /** Keeps the pass; the statement has been read up to there, if it has been read on. */
    public void advance(@Nullable Instant to) {
        reconciliations.lock().advance(to, payments.now(), pause());
    }

    public void complete(Pass pass) {
        reconciliations.lock().complete(pass.startedAt(), payments.now());
    }

    /** The next payments of which the gateway's statement has not said that it agrees. */
    public List<UUID> notAgreed(Pass pass, @Nullable UUID after) {
        return reconciliations.notAgreed(pass.startedAt().minusMillis(settleMillis), after, batch);
    }

    private Duration pause() {
        return Duration.ofMillis(pauseMillis);
    }
}
