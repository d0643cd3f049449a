package dev.orderflow.payment.domain.reconciliation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gateway's books, as it shows them to its merchants. Fails with any exception when it does not answer. */
public interface GatewayLedger {

    /**
     * What moved from a time on, a page at a time.
     *
     * @param after where the page before ended; null for the first
     */
    GatewayStatement statement(Instant since, @Nullable String after);

    /** How the money of a key stands now; empty when the gateway never heard of it. */
    Optional<GatewayCharge> find(String key);
}
