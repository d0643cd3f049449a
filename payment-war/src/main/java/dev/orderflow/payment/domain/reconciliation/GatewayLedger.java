package dev.orderflow.payment.domain.reconciliation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The gateway's ledger. Methods throw if the gateway does not answer. */
public interface GatewayLedger {

    /**
     * Returns a page of the statement.
     *
     * @param after end of the previous page; null for the first page
     */
    GatewayStatement statement(Instant since, @Nullable String after);

    /** Returns the current state of a key; empty if the gateway does not know it. */
    Optional<GatewayCharge> find(String key);
}
