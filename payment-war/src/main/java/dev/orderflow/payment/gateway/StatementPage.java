package dev.orderflow.payment.gateway;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the gateway's statement, as received. */
public record StatementPage(
        @Nullable List<Line> items, @Nullable String next) {

    /**
     * A movement of money.
     *
     * @param charge in its current state
     */
    public record Line(@Nullable Instant at, @Nullable ChargeState charge) {}
}
