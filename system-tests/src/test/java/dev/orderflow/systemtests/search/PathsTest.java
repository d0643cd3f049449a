package dev.orderflow.systemtests.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.inventory.domain.ReservationSignal;
import dev.orderflow.inventory.domain.ReservationStatus;
import dev.orderflow.inventory.domain.StockEffect;
import dev.orderflow.inventory.domain.Transition;
import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.payment.domain.EntryKind;
import dev.orderflow.payment.domain.PaymentSignal;
import dev.orderflow.payment.domain.PaymentStatus;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Explores the services' state machines exhaustively: every order of deliveries, repetitions, losses, crashes between
 * two steps, cancellations, timeouts and answers of the gateway.
 */
class PathsTest {

    private static final Logger LOG = Logger.getLogger(PathsTest.class.getName());

    @Test
    void every_path_of_one_order_ends_and_breaks_no_law_on_the_way() {
        OrderStateSpace lives = OrderStateSpace.under(TransitionFunctions.PRODUCTION);

        LOG.info("One order: %d states, %d steps".formatted(lives.count(), lives.stepCount()));
        assertThat(lives.wrong()).isEmpty();
        assertThat(lives.hasCircle()).isFalse();
        assertThat(lives.count()).isGreaterThan(1_000);
    }

    @Test
    void an_event_that_is_parked_and_redriven_does_no_harm_either() {
        OrderStateSpace lives = OrderStateSpace.withParking(TransitionFunctions.PRODUCTION);

        LOG.info("One order, with parking: %d states, %d steps".formatted(lives.count(), lives.stepCount()));
        assertThat(lives.wrong()).isEmpty();
        assertThat(lives.hasCircle()).isFalse();
    }

    /** Two orders have no cycle, because neither has one alone. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void every_path_of_two_orders_ends_well_with_units_for(int orders) {
        PairStateSpace pairs = PairStateSpace.of(OrderStateSpace.under(TransitionFunctions.PRODUCTION), orders);

        LOG.info("Two orders, units for %d: %d states, %d of them at rest"
                .formatted(orders, pairs.count(), pairs.atRest()));
        assertThat(pairs.wrong()).isEmpty();
        assertThat(pairs.atRest()).isPositive();
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                order(
                        "a late payment revives a cancelled order",
                        TransitionFunctions.PRODUCTION.withOrder(
                                OrderStatus.CANCELLED, OrderSignal.PAYMENT_COMPLETED, OrderStatus.CONFIRMED)),
                order(
                        "a confirmed order is deaf to the expiry of its reservation",
                        TransitionFunctions.PRODUCTION.withOrder(
                                OrderStatus.CONFIRMED, OrderSignal.RESERVATION_EXPIRED, OrderStatus.CONFIRMED)),
                order(
                        "a failed payment is ignored",
                        TransitionFunctions.PRODUCTION.withOrder(
                                OrderStatus.RESERVED, OrderSignal.PAYMENT_FAILED, OrderStatus.RESERVED)),
                order(
                        "a payment that overtakes its reservation is ignored",
                        TransitionFunctions.PRODUCTION.withOrder(
                                OrderStatus.PENDING, OrderSignal.PAYMENT_COMPLETED, OrderStatus.PENDING)),
                order(
                        "no tombstone of a release",
                        TransitionFunctions.PRODUCTION.withReservation(
                                ReservationStatus.ABSENT,
                                ReservationSignal.RELEASE,
                                new Transition(ReservationStatus.ABSENT, StockEffect.NONE))),
                order(
                        "a commit takes what has expired",
                        TransitionFunctions.PRODUCTION.withReservation(
                                ReservationStatus.EXPIRED,
                                ReservationSignal.COMMIT,
                                new Transition(ReservationStatus.COMMITTED, StockEffect.SELL))),
                order(
                        "a repeated order is held again",
                        TransitionFunctions.PRODUCTION.withReservation(
                                ReservationStatus.HELD,
                                ReservationSignal.RESERVE,
                                new Transition(ReservationStatus.HELD, StockEffect.HOLD))),
                order(
                        "a repeated release gives back again",
                        TransitionFunctions.PRODUCTION.withReservation(
                                ReservationStatus.RELEASED,
                                ReservationSignal.RELEASE,
                                new Transition(ReservationStatus.RELEASED, StockEffect.GIVE_BACK))),
                order(
                        "no tombstone of a cancellation",
                        TransitionFunctions.PRODUCTION.withPayment(
                                PaymentStatus.NEW, PaymentSignal.ABANDONED, PaymentStatus.NEW)),
                order(
                        "a charge is kept though its order was abandoned",
                        TransitionFunctions.PRODUCTION.withPayment(
                                PaymentStatus.COMPLETED, PaymentSignal.ABANDONED, PaymentStatus.COMPLETED)),
                order(
                        "silence is taken for a refusal",
                        TransitionFunctions.PRODUCTION.withPayment(
                                PaymentStatus.PENDING, PaymentSignal.UNANSWERED, PaymentStatus.FAILED)),
                order(
                        "a cancelled charge is not ruled out",
                        TransitionFunctions.PRODUCTION.withPayment(
                                PaymentStatus.UNKNOWN, PaymentSignal.ABANDONED, PaymentStatus.VOIDED)),
                order(
                        "a charge that is given up is not ruled out",
                        TransitionFunctions.PRODUCTION.withPayment(
                                PaymentStatus.UNKNOWN, PaymentSignal.DEADLINE_PASSED, PaymentStatus.FAILED)),
                order(
                        "a charge that was quicker than the void is kept",
                        TransitionFunctions.PRODUCTION.withPayment(
                                PaymentStatus.VOIDING,
                                PaymentSignal.CAPTURED,
                                PaymentStatus.COMPLETED,
                                EntryKind.AUTHORISE,
                                EntryKind.CAPTURE)));
    }

    private static Arguments order(String what, TransitionFunctions rules) {
        return Arguments.of(what, rules);
    }

    /** Proves that the search detects broken state machines. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiled")
    void a_single_wrong_answer_of_a_state_machine_is_found(String what, TransitionFunctions rules) {
        assertThat(OrderStateSpace.withParking(rules).wrong()).as(what).isPresent();
    }

    @Test
    void a_circle_is_found() {
        TransitionFunctions circle = TransitionFunctions.PRODUCTION.withOrder(
                OrderStatus.RESERVED, OrderSignal.STOCK_RESERVED, OrderStatus.PENDING);

        assertThat(OrderStateSpace.under(circle).hasCircle()).isTrue();
    }

    /** A violation that needs two orders. */
    @Test
    void an_inventory_that_holds_what_it_does_not_have_is_found() {
        TransitionFunctions oversold = TransitionFunctions.PRODUCTION.withReservation(
                ReservationStatus.ABSENT,
                ReservationSignal.RESERVE_SHORT,
                new Transition(ReservationStatus.HELD, StockEffect.HOLD));
        OrderStateSpace lives = OrderStateSpace.under(oversold);
        assertThat(lives.wrong()).isEmpty();

        assertThat(PairStateSpace.of(lives, 1).wrong())
                .hasValueSatisfying(way -> assertThat(way)
                        .startsWith("more is held and sold than there is")
                        .contains("INVENTORY_OF_ORDERS ORDER_CREATED first, short"));
    }

    @Test
    void a_way_to_what_is_wrong_is_told() {
        TransitionFunctions rules = TransitionFunctions.PRODUCTION.withPayment(
                PaymentStatus.COMPLETED, PaymentSignal.ABANDONED, PaymentStatus.COMPLETED);

        assertThat(OrderStateSpace.under(rules).wrong().orElseThrow().lines().map(String::strip))
                .contains("the customer cancels", "CAPTURED is recorded")
                .hasSizeLessThan(15);
        assertThat(List.of(TransitionFunctions.PRODUCTION
                        .payment()
                        .apply(PaymentStatus.COMPLETED, PaymentSignal.ABANDONED)
                        .to()))
                .containsExactly(PaymentStatus.REFUNDING);
    }
}
