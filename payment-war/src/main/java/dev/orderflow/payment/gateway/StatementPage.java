package dev.orderflow.payment.gateway;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the gateway's statement. */
public record StatementPage(
        @Nullable List<Line> items, @Nullable String next) {

    /**
     * Money that moved.
     *
     * @param charge as it is now
     */
    public record Line(@Nullable Instant at, @Nullable ChargeState charge) {}
}
