package dev.orderflow.gatewaysimulator.domain;

import java.time.Instant;

/**
 * A movement of money.
 *
 * @param kind CAPTURE or REFUND
 * @param amount in minor units of the charge's currency
 * @param charge in its current state
 */
public record Movement(Instant at, String kind, long amount, Charge charge) {

    public StatementCursor place() {
        return new StatementCursor(at, charge.key(), kind);
    }
}
