package dev.orderflow.payment.application.reconciliation;

import dev.orderflow.chassis.work.Pulses;
import dev.orderflow.payment.application.reconciliation.ClaimReconciliation.Pass;
import dev.orderflow.payment.application.reconciliation.CompareCharges.Question;
import dev.orderflow.payment.domain.reconciliation.LedgerDifference;
import dev.orderflow.payment.domain.reconciliation.GatewayLedger;
import dev.orderflow.payment.domain.reconciliation.GatewayStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Holds our ledger against the gateway's, in passes. What the gateway moved is read page by page from its statement;
 * payments at rest that the statement did not name, and that were ever requested, are asked for, so in the end every
 * payment has been compared with what the gateway says; and what did not agree before is looked at again.
 *
 * <p>The statement is read again from some time before its end, because what the gateway commits late is not on the
 * page where its time belongs. What seems not to agree is asked for by itself, and counts only if our side was the
 * same, and at rest, before and after the question: so a payment that moves meanwhile is no difference.
 *
 * <p>Nothing of this changes a payment. A pass that fails is made again from where it was.
 */
@ApplicationScoped
public class ReconcileLedgers {

    /** Name of the periodic task, and of its pulse. */
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
    Pulses pulses;

    @Inject
    @ConfigProperty(name = "payment.reconciliation.batch")
    int batchSize;

    /** Makes a pass if it is time for one. Returns how many differences it has found that were not known. */
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

    /** After each batch: no other server begins a pass, and this one is seen to be at work. */
    private void keep(@Nullable Instant readTo) {
        claim.advance(readTo);
        pulses.of(TASK).works();
    }
}
