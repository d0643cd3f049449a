package dev.orderflow.gatewaysimulator.domain;

import java.time.Instant;

/**
 * Money that moved.
 *
 * @param kind CAPTURE or REFUND
 * @param amount in minor units of the charge's currency
 * @param charge as it is now
 */
public record Movement(Instant at, String kind, long amount, Charge charge) {

    public StatementCursor place() {
        return new StatementCursor(at, charge.key(), kind);
    }
}
