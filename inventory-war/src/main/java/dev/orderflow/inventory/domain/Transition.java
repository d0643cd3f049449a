package dev.orderflow.inventory.domain;

import static dev.orderflow.inventory.domain.ReservationStatus.ABSENT;
import static dev.orderflow.inventory.domain.ReservationStatus.COMMITTED;
import static dev.orderflow.inventory.domain.ReservationStatus.EXPIRED;
import static dev.orderflow.inventory.domain.ReservationStatus.HELD;
import static dev.orderflow.inventory.domain.ReservationStatus.RELEASED;

/**
 * The answer to a request in a state. There is one for each pair, because events come late, twice and out of turn.
 *
 * <p>A release that comes before its reserve leaves a tombstone, and the late reserve is then met with silence: only an
 * order that has ended sends a release, so nobody waits for the answer.
 *
 * <p>EXPIRED is final even against a commit: the units may have been promised to somebody else. The order service,
 * which is told of the expiry, cancels the order, and a payment is given back.
 */
public record Transition(ReservationStatus next, StockEffect effect) {

    public static Transition of(ReservationStatus status, ReservationSignal signal) {
        return switch (status) {
            case ABSENT ->
                switch (signal) {
                    case RESERVE -> new Transition(HELD, StockEffect.HOLD);
                    case RESERVE_SHORT -> new Transition(RELEASED, StockEffect.REFUSE);
                    case COMMIT, EXPIRE -> new Transition(ABSENT, StockEffect.NONE);
                    case RELEASE -> new Transition(RELEASED, StockEffect.TOMBSTONE);
                };
            case HELD ->
                switch (signal) {
                    case RESERVE, RESERVE_SHORT -> new Transition(HELD, StockEffect.NONE);
                    case COMMIT -> new Transition(COMMITTED, StockEffect.SELL);
                    case RELEASE -> new Transition(RELEASED, StockEffect.GIVE_BACK);
                    case EXPIRE -> new Transition(EXPIRED, StockEffect.GIVE_BACK);
                };
            case COMMITTED, RELEASED, EXPIRED -> new Transition(status, StockEffect.NONE);
        };
    }
}
