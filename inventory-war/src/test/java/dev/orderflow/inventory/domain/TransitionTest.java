package dev.orderflow.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionTest {

    @ParameterizedTest(name = "{0} on {1} becomes {2} and does {3}")
    @CsvSource({
        "ABSENT,    RESERVE,       HELD,      HOLD",
        "ABSENT,    RESERVE_SHORT, RELEASED,  REFUSE",
        "ABSENT,    COMMIT,        ABSENT,    NONE",
        "ABSENT,    RELEASE,       RELEASED,  TOMBSTONE",
        "HELD,      RESERVE,       HELD,      NONE",
        "HELD,      RESERVE_SHORT, HELD,      NONE",
        "HELD,      COMMIT,        COMMITTED, SELL",
        "HELD,      RELEASE,       RELEASED,  GIVE_BACK",
        "COMMITTED, RESERVE,       COMMITTED, NONE",
        "COMMITTED, RESERVE_SHORT, COMMITTED, NONE",
        "COMMITTED, COMMIT,        COMMITTED, NONE",
        "COMMITTED, RELEASE,       COMMITTED, NONE",
        "RELEASED,  RESERVE,       RELEASED,  NONE",
        "RELEASED,  RESERVE_SHORT, RELEASED,  NONE",
        "RELEASED,  COMMIT,        RELEASED,  NONE",
        "RELEASED,  RELEASE,       RELEASED,  NONE",
        "EXPIRED,   RESERVE,       EXPIRED,   NONE",
        "EXPIRED,   RESERVE_SHORT, EXPIRED,   NONE",
        "EXPIRED,   COMMIT,        EXPIRED,   NONE",
        "EXPIRED,   RELEASE,       EXPIRED,   NONE",
        "EXPIRED,   EXPIRE,        EXPIRED,   NONE",
        "ABSENT,    EXPIRE,        ABSENT,    NONE",
        "HELD,      EXPIRE,        EXPIRED,   GIVE_BACK",
        "COMMITTED, EXPIRE,        COMMITTED, NONE",
        "RELEASED,  EXPIRE,        RELEASED,  NONE",
    })
    void every_request_has_an_answer_in_every_state(
            ReservationStatus status, ReservationSignal request, ReservationStatus next, StockEffect effect) {
        assertThat(Transition.of(status, request)).isEqualTo(new Transition(next, effect));
    }

    /** Fails if a new status or request is missing from the table above. */
    @Test
    void there_are_twenty_five_pairs() {
        assertThat(everyPair()).hasSize(25);
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void the_same_request_again_changes_nothing(ReservationStatus status, ReservationSignal request) {
        ReservationStatus next = Transition.of(status, request).next();

        assertThat(Transition.of(next, request)).isEqualTo(new Transition(next, StockEffect.NONE));
    }

    @Test
    void whatever_comes_in_whatever_sequence_stock_is_held_and_settled_once_at_most() {
        assertThat(sequencesOf(5).count()).isEqualTo(3125);
        assertThat(sequencesOf(5)).allSatisfy(sequence -> {
            ReservationStatus status = ReservationStatus.ABSENT;
            int held = 0;
            int settled = 0;
            for (ReservationSignal request : sequence) {
                Transition transition = Transition.of(status, request);
                status = transition.next();
                held += transition.effect() == StockEffect.HOLD ? 1 : 0;
                settled +=
                        transition.effect() == StockEffect.SELL || transition.effect() == StockEffect.GIVE_BACK ? 1 : 0;
                assertThat(settled).isLessThanOrEqualTo(held).isLessThanOrEqualTo(1);
            }
            assertThat(held - settled).isEqualTo(status == ReservationStatus.HELD ? 1 : 0);
        });
    }

    static Stream<Object[]> everyPair() {
        return Arrays.stream(ReservationStatus.values())
                .flatMap(status ->
                        Arrays.stream(ReservationSignal.values()).map(request -> new Object[] {status, request}));
    }

    private static Stream<ReservationSignal[]> sequencesOf(int length) {
        if (length == 0) {
            return Stream.<ReservationSignal[]>of(new ReservationSignal[0]);
        }
        return sequencesOf(length - 1)
                .flatMap(start -> Arrays.stream(ReservationSignal.values()).map(request -> {
                    ReservationSignal[] sequence = Arrays.copyOf(start, length);
                    sequence[length - 1] = request;
                    return sequence;
                }));
    }
}
