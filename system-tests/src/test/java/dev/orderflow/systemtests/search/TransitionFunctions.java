package dev.orderflow.systemtests.search;

import dev.orderflow.inventory.domain.ReservationSignal;
import dev.orderflow.inventory.domain.ReservationStatus;
import dev.orderflow.inventory.domain.Transition;
import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.payment.domain.EntryKind;
import dev.orderflow.payment.domain.PaymentSignal;
import dev.orderflow.payment.domain.PaymentStatus;
import java.util.List;
import java.util.function.BiFunction;

/** The transition functions of the three services. */
record TransitionFunctions(
        BiFunction<OrderStatus, OrderSignal, OrderStatus> order,
        BiFunction<ReservationStatus, ReservationSignal, Transition> reservation,
        BiFunction<PaymentStatus, PaymentSignal, dev.orderflow.payment.domain.Transition> payment) {

    /** The functions in production. */
    static final TransitionFunctions PRODUCTION = new TransitionFunctions(
            (status, signal) -> dev.orderflow.order.domain.Transition.of(status, signal)
                    .map(dev.orderflow.order.domain.Transition::next)
                    .orElse(status),
            Transition::of,
            dev.orderflow.payment.domain.Transition::of);

    /** Replaces one transition of the order's state machine. */
    TransitionFunctions withOrder(OrderStatus in, OrderSignal on, OrderStatus next) {
        return new TransitionFunctions(
                (status, signal) -> status == in && signal == on ? next : order.apply(status, signal),
                reservation,
                payment);
    }

    /** Replaces one transition of the reservation's state machine. */
    TransitionFunctions withReservation(ReservationStatus in, ReservationSignal on, Transition answer) {
        return new TransitionFunctions(
                order,
                (status, request) -> status == in && request == on ? answer : reservation.apply(status, request),
                payment);
    }

    /** Replaces one transition of the payment's state machine. */
    TransitionFunctions withPayment(PaymentStatus in, PaymentSignal on, PaymentStatus next, EntryKind... entries) {
        var answer = new dev.orderflow.payment.domain.Transition(in, next, List.of(entries));
        return new TransitionFunctions(
                order,
                reservation,
                (status, signal) -> status == in && signal == on ? answer : payment.apply(status, signal));
    }
}
