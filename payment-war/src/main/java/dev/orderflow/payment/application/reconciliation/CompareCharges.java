package dev.orderflow.payment.application.reconciliation;

import dev.orderflow.chassis.work.Heartbeat;
import dev.orderflow.chassis.work.Heartbeats;
import dev.orderflow.payment.domain.reconciliation.GatewayCharge;
import dev.orderflow.payment.domain.reconciliation.GatewayLedger;
import dev.orderflow.payment.domain.reconciliation.LedgerBalance;
import dev.orderflow.payment.domain.reconciliation.LedgerDifference;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Queries the gateway for a batch of keys, several at a time, and compares the answers with our ledger. */
@ApplicationScoped
public class CompareCharges {

    private static final Logger LOG = Logger.getLogger(CompareCharges.class.getName());

    /**
     * A key to query.
     *
     * @param orderId the order that the key was used for, as far as known
     */
    public record Question(String key, String orderId) {}

    @Inject
    ManagedThreadFactory threads;

    @Inject
    GatewayLedger gateway;

    @Inject
    CompareLedgers books;

    /** Maximum number of concurrent queries. */
    @Inject
    @ConfigProperty(name = "payment.reconciliation.concurrency")
    int concurrency;

    @Inject
    Heartbeats heartbeats;

    /**
     * Returns the number of new differences.
     *
     * @throws IllegalStateException if the gateway does not answer
     */
    public int compare(Collection<Question> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(batch.size(), concurrency), threads);
        try {
            return count(batch.stream().map(one -> pool.submit(() -> ask(one))).toList());
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The gateway could not be asked for its charges", failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the ledgers were compared", stop);
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * Records a heartbeat for each answer, on this thread: the other threads could still do so after the pass has
     * ended.
     */
    private int count(List<Future<Boolean>> answers) throws ExecutionException, InterruptedException {
        Heartbeat heartbeat = heartbeats.of(ReconcileLedgers.TASK);
        int found = 0;
        for (Future<Boolean> answer : answers) {
            found += answer.get() ? 1 : 0;
            heartbeat.working();
        }
        return found;
    }

    private boolean ask(Question question) {
        Optional<LedgerBalance> before = books.ours(question.key(), question.orderId());
        Optional<GatewayCharge> theirs = gateway.find(question.key());
        Optional<LedgerDifference> found = books.compare(question.key(), question.orderId(), before, theirs);
        found.ifPresent(difference -> LOG.log(
                Level.WARNING,
                "Our ledger and the gateway''s do not agree: {0} under key {1}: {2}, {3}",
                new Object[] {difference.kind(), question.key(), before, theirs}));
        return found.isPresent();
    }
}
