package dev.orderflow.payment.application.reconciliation;

import dev.orderflow.chassis.work.Heartbeats;
import dev.orderflow.payment.application.reconciliation.ClaimReconciliation.Pass;
import dev.orderflow.payment.application.reconciliation.CompareCharges.Question;
import dev.orderflow.payment.domain.reconciliation.GatewayLedger;
import dev.orderflow.payment.domain.reconciliation.GatewayStatement;
import dev.orderflow.payment.domain.reconciliation.LedgerDifference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Compares our ledger with the gateway's in passes. A pass reads the gateway's statement page by page, then queries
 * each payment that the statement did not confirm, then checks earlier differences again. In the end, every payment
 * that is not in flight was compared.
 *
 * <p>Each pass reads the end of the previous statement again, because the gateway may commit an entry later than its
 * time says. An apparent difference is queried individually. It counts only if our payment was not in flight and had
 * not changed during the query, so a payment in motion is no difference.
 *
 * <p>Reconciliation never changes a payment. A pass that fails resumes where it stopped.
 */
@ApplicationScoped
public class ReconcileLedgers {

    /** Name of the periodic task and of its heartbeat. */
    public static final String TASK = "payments-reconcile";

    @Inject
    GatewayLedger gateway;

    @Inject
    ClaimReconciliation claim;

    @Inject
    CompareLedgers books;

    @Inject
    CompareCharges charges;

    @Inject
    FindDifferences differences;

    @Inject
    Heartbeats heartbeats;

    @Inject
    @ConfigProperty(name = "payment.reconciliation.batch")
    int batchSize;

    /** Runs a pass if one is due. Returns the number of new differences. */
    public int pass() {
        return claim.begin().map(this::pass).orElse(0);
    }

    private int pass(Pass pass) {
        int found = readStatement(pass) + askForTheRest(pass) + lookAgain();
        claim.complete(pass);
        return found;
    }

    private int readStatement(Pass pass) {
        int found = 0;
        String next = null;
        do {
            GatewayStatement page = gateway.statement(pass.since(), next);
            found += charges.compare(books.suspects(page.charges()).stream()
                    .map(suspect -> new Question(suspect.key(), suspect.orderId()))
                    .toList());
            keep(page.to());
            next = page.next();
        } while (next != null);
        return found;
    }

    private int askForTheRest(Pass pass) {
        int found = 0;
        UUID after = null;
        List<UUID> batch;
        do {
            batch = claim.notAgreed(pass, after);
            found += charges.compare(batch.stream()
                    .map(UUID::toString)
                    .map(order -> new Question(order, order))
                    .toList());
            after = batch.isEmpty() ? after : batch.getLast();
            keep(null);
        } while (batch.size() == batchSize);
        return found;
    }

    private int lookAgain() {
        int found = 0;
        String after = "";
        List<LedgerDifference> batch;
        do {
            batch = differences.list(after, batchSize);
            found += charges.compare(batch.stream()
                    .map(difference -> new Question(difference.key(), difference.orderId()))
                    .toList());
            after = batch.isEmpty() ? after : batch.getLast().key();
            keep(null);
        } while (batch.size() == batchSize);
        return found;
    }

    /** Extends the lease after each batch and records a heartbeat. */
    private void keep(@Nullable Instant readTo) {
        claim.advance(readTo);
        heartbeats.of(TASK).working();
    }
}
