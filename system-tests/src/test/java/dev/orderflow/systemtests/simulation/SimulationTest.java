package dev.orderflow.systemtests.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.inventory.domain.ReservationStatus;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.systemtests.simulation.Simulation.Found;
import dev.orderflow.systemtests.simulation.services.RemovedSafeguard;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests the simulation itself: it is repeatable, and it finds removed safeguards. {@link SimulationProofIT} runs the
 * search.
 */
class SimulationTest {

    private static final int WORLDS = 2_000;

    @Test
    void a_seed_is_a_run_and_other_seeds_are_others() {
        SimulatedSystem once = new SimulatedSystem(7, Set.of()).live();
        SimulatedSystem again = new SimulatedSystem(7, Set.of()).live();
        SimulatedSystem other = new SimulatedSystem(8, Set.of()).live();

        assertThat(again.story).isEqualTo(once.story).isNotEqualTo(other.story).hasSizeGreaterThan(20);
    }

    /** An invariant means nothing unless simulations reach every outcome. */
    @Test
    void worlds_end_in_every_way() {
        Set<Object> ends = new HashSet<>();
        LongStream.range(0, WORLDS)
                .mapToObj(seed -> new SimulatedSystem(seed, Set.of()).live())
                .forEach(world -> {
                    world.orders.tables.orders.all().forEach(order -> {
                        ends.add(order.status());
                        ends.add(String.valueOf(order.reason()));
                    });
                    world.inventory.reservations().rows.all().forEach(reservation -> ends.add(reservation.status()));
                    world.payments.tables.payments.all().forEach(payment -> ends.add(payment.status()));
                });
        assertThat(ends)
                .containsExactlyInAnyOrder(
                        OrderStatus.CONFIRMED,
                        OrderStatus.REJECTED,
                        OrderStatus.CANCELLED,
                        "null",
                        "OUT_OF_STOCK",
                        "PAYMENT_DECLINED",
                        "CANCELLED_BY_CUSTOMER",
                        "EXPIRED",
                        ReservationStatus.COMMITTED,
                        ReservationStatus.RELEASED,
                        ReservationStatus.EXPIRED,
                        PaymentStatus.COMPLETED,
                        PaymentStatus.FAILED,
                        PaymentStatus.VOIDED,
                        PaymentStatus.REFUNDED);
    }

    @ParameterizedTest
    @EnumSource
    void a_protection_that_is_taken_away_is_missed_and_its_seed_replays(RemovedSafeguard flaw) {
        Found found = Simulation.search(0, WORLDS, Set.of(flaw))
                .orElseThrow(() -> new AssertionError("%s is not missed in %d worlds".formatted(flaw, WORLDS)));

        assertThat(Simulation.run(found.seed(), Set.of(flaw)))
                .hasValueSatisfying(again -> assertThat(again.story()).isEqualTo(found.story()));
        assertThat(Simulation.run(found.seed(), Set.of())).isEmpty();
    }
}
