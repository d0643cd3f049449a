package dev.orderflow.payment.application;

import dev.orderflow.payment.application.ClaimReconciliation.Pass;
import dev.orderflow.payment.domain.Balance;
import dev.orderflow.payment.domain.Difference;
import dev.orderflow.payment.domain.GatewayBooks;
import dev.orderflow.payment.domain.GatewayCharge;
import dev.orderflow.payment.domain.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Holds our ledger against the gateway's, in passes. What the gateway moved is read page by page from its statement; payments at
 * rest that the statement did not tell of are asked for one by one, so in the end every payment has been compared with what the
 * gateway says; and what did not agree before is looked at again.
 *
 * <p>The statement is read again from some time before its end, because what the gateway commits late is not on the page where
 * its time belongs. What seems not to agree is asked for by itself, and counts only if our side was the same, and at rest, before
 * and after the question: so a payment that moves meanwhile is no difference.
 *
 * <p>Nothing of this changes a payment. A pass that fails is made again from where it was.
 */
@ApplicationScoped
public class Reconcile {

    private static final Logger LOG = Logger.getLogger(Reconcile.class.getName());

    @Inject
    GatewayBooks gateway;

    @Inject
    ClaimReconciliation claim;

    @Inject
    CompareBooks books;

    @Inject
    FindDifferences differences;

    @Inject
    ReconciliationSettings settings;

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
            Statement page = gateway.statement(pass.since(), next);
            for (GatewayCharge suspect : books.suspects(page.charges())) {
                found += ask(suspect.key(), suspect.orderId());
            }
            claim.advance(page.to());
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
            for (UUID orderId : batch) {
                found += ask(orderId.toString(), orderId.toString());
                after = orderId;
            }
            claim.advance(null);
        } while (batch.size() == settings.batch());
        return found;
    }

    private int lookAgain() {
        int found = 0;
        String after = "";
        List<Difference> batch;
        do {
            batch = differences.list(after, settings.batch());
            for (Difference difference : batch) {
                found += ask(difference.key(), difference.orderId());
                after = difference.key();
            }
            claim.advance(null);
        } while (batch.size() == settings.batch());
        return found;
    }

    private int ask(String key, String orderId) {
        Optional<Balance> before = books.ours(key, orderId);
        Optional<GatewayCharge> theirs = gateway.find(key);
        Optional<Difference> found = books.compare(key, orderId, before, theirs);
        found.ifPresent(difference -> LOG.log(
                Level.WARNING,
                "Our ledger and the gateway''s do not agree: {0} under key {1}: {2}, {3}",
                new Object[] {difference.kind(), key, before, theirs}));
        return found.isPresent() ? 1 : 0;
    }
}
