package dev.orderflow.inventory.domain;

import static dev.orderflow.inventory.domain.ReservationStatus.ABSENT;
import static dev.orderflow.inventory.domain.ReservationStatus.COMMITTED;
import static dev.orderflow.inventory.domain.ReservationStatus.EXPIRED;
import static dev.orderflow.inventory.domain.ReservationStatus.HELD;
import static dev.orderflow.inventory.domain.ReservationStatus.RELEASED;

/**
 * The state machine of reservations: pure and total, because events can arrive late, twice or out of order.
 *
 * <p>A release that arrives before its reserve leaves a tombstone, and the late reserve publishes nothing. Only an
 * order that has ended sends a release, so it does not wait for a result.
 *
 * <p>EXPIRED ignores even a commit, because the units may be reserved for another order. The order service cancels the
 * order when it receives ReservationExpired, and the payment is refunded.
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
