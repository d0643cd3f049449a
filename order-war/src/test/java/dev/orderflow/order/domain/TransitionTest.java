package dev.orderflow.order.domain;

import static dev.orderflow.order.domain.OrderReason.CANCELLED_BY_CUSTOMER;
import static dev.orderflow.order.domain.OrderReason.EXPIRED;
import static dev.orderflow.order.domain.OrderReason.OUT_OF_STOCK;
import static dev.orderflow.order.domain.OrderReason.PAYMENT_DECLINED;
import static dev.orderflow.order.domain.OrderSignal.CANCEL_REQUESTED;
import static dev.orderflow.order.domain.OrderSignal.DEADLINE_PASSED;
import static dev.orderflow.order.domain.OrderSignal.PAYMENT_COMPLETED;
import static dev.orderflow.order.domain.OrderSignal.PAYMENT_FAILED;
import static dev.orderflow.order.domain.OrderSignal.RESERVATION_EXPIRED;
import static dev.orderflow.order.domain.OrderSignal.STOCK_REJECTED;
import static dev.orderflow.order.domain.OrderSignal.STOCK_RESERVED;
import static dev.orderflow.order.domain.OrderStatus.CANCELLED;
import static dev.orderflow.order.domain.OrderStatus.CONFIRMED;
import static dev.orderflow.order.domain.OrderStatus.PENDING;
import static dev.orderflow.order.domain.OrderStatus.REJECTED;
import static dev.orderflow.order.domain.OrderStatus.RESERVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransitionTest {

    private record Step(OrderStatus status, OrderSignal signal) {}

    /** All transitions of an order. Every other pair changes nothing. */
    private static final Map<Step, Transition> LIFE = Map.ofEntries(
            Map.entry(new Step(PENDING, STOCK_RESERVED), new Transition(RESERVED, null)),
            Map.entry(new Step(PENDING, STOCK_REJECTED), new Transition(REJECTED, OUT_OF_STOCK)),
            Map.entry(new Step(PENDING, PAYMENT_COMPLETED), new Transition(CONFIRMED, null)),
            Map.entry(new Step(PENDING, PAYMENT_FAILED), new Transition(REJECTED, PAYMENT_DECLINED)),
            Map.entry(new Step(PENDING, CANCEL_REQUESTED), new Transition(CANCELLED, CANCELLED_BY_CUSTOMER)),
            Map.entry(new Step(PENDING, DEADLINE_PASSED), new Transition(CANCELLED, EXPIRED)),
            Map.entry(new Step(PENDING, RESERVATION_EXPIRED), new Transition(CANCELLED, EXPIRED)),
            Map.entry(new Step(RESERVED, RESERVATION_EXPIRED), new Transition(CANCELLED, EXPIRED)),
            Map.entry(new Step(CONFIRMED, RESERVATION_EXPIRED), new Transition(CANCELLED, EXPIRED)),
            Map.entry(new Step(RESERVED, PAYMENT_COMPLETED), new Transition(CONFIRMED, null)),
            Map.entry(new Step(RESERVED, PAYMENT_FAILED), new Transition(REJECTED, PAYMENT_DECLINED)),
            Map.entry(new Step(RESERVED, CANCEL_REQUESTED), new Transition(CANCELLED, CANCELLED_BY_CUSTOMER)),
            Map.entry(new Step(RESERVED, DEADLINE_PASSED), new Transition(CANCELLED, EXPIRED)));

    @Test
    void every_signal_in_every_status_has_the_answer_of_the_table() {
        for (OrderStatus status : OrderStatus.values()) {
            for (OrderSignal signal : OrderSignal.values()) {
                assertThat(Transition.of(status, signal).orElse(null))
                        .as("%s in %s", signal, status)
                        .isEqualTo(LIFE.get(new Step(status, signal)));
            }
        }
    }

    @Test
    void an_order_that_has_ended_stays_as_it_ended_unless_its_reservation_expired() {
        for (OrderStatus ended : Set.of(CONFIRMED, REJECTED, CANCELLED)) {
            for (OrderSignal signal : OrderSignal.values()) {
                assertThat(Transition.of(ended, signal).isPresent())
                        .isEqualTo(ended == CONFIRMED && signal == RESERVATION_EXPIRED);
            }
        }
    }

    @Test
    void an_order_has_a_reason_exactly_when_it_ends_unconfirmed() {
        LIFE.values()
                .forEach(transition -> assertThat(transition.reason() != null)
                        .isEqualTo(transition.next() == REJECTED || transition.next() == CANCELLED));
    }
}
