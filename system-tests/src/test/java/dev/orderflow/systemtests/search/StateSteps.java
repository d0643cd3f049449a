package dev.orderflow.systemtests.search;

import dev.orderflow.events.EventType;
import dev.orderflow.inventory.domain.ReservationSignal;
import dev.orderflow.inventory.domain.ReservationStatus;
import dev.orderflow.inventory.domain.StockEffect;
import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.payment.domain.PaymentSignal;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.systemtests.search.OrderState.Ask;
import dev.orderflow.systemtests.search.OrderState.Charge;
import dev.orderflow.systemtests.search.OrderState.Reader;
import dev.orderflow.systemtests.search.StateStep.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All possible steps of an order. One step is one transaction of a service or one action of the gateway. A crash
 * between two steps changes nothing: unfinished work is repeated.
 *
 * <p>There is no inbox: a redelivered event is handled again, and the state machines must tolerate that.
 */
final class StateSteps {

    private final TransitionFunctions rules;
    private final OrderState life;
    private final boolean parking;
    private final List<StateStep> steps = new ArrayList<>();

    private StateSteps(TransitionFunctions rules, OrderState life, boolean parking) {
        this.rules = rules;
        this.life = life;
        this.parking = parking;
    }

    /**
     * Returns all steps that change the state.
     *
     * @param parking whether an event may also be parked and handled after later ones
     */
    static List<StateStep> of(TransitionFunctions rules, OrderState life, boolean parking) {
        var all = new StateSteps(rules, life, parking);
        all.deliveries();
        all.peopleAndClocks();
        all.payment();
        all.steps.removeIf(step -> step.next().equals(life));
        return all.steps;
    }

    private void step(String name, boolean due, Consumer<OrderState> change) {
        step(name, due, Stock.ANY, change);
    }

    private void step(String name, boolean due, Stock stock, Consumer<OrderState> change) {
        OrderState next = life.copy();
        change.accept(next);
        steps.add(new StateStep(name, next, stock, due));
    }

    private void deliveries() {
        for (Reader reader : Reader.values()) {
            List<EventType> topic = life.topic(reader);
            int place = life.place(reader);
            for (int i = 0; i < place; i++) {
                deliver(reader, topic.get(i), "again", false, at -> {});
            }
            if (place < topic.size()) {
                deliver(reader, topic.get(place), "first", true, at -> at.places.put(reader, place + 1));
                if (parking && life.parked.isEmpty()) {
                    park(reader, topic.get(place), place + 1);
                }
            }
        }
        life.parked.forEach(
                (reader, event) -> deliver(reader, event, "redriven", true, at -> at.parked.remove(reader)));
    }

    private void park(Reader reader, EventType event, int place) {
        step(reader + " " + event + " parked", false, next -> {
            next.places.put(reader, place);
            next.parked.put(reader, event);
        });
    }

    private void deliver(Reader reader, EventType event, String how, boolean due, Consumer<OrderState> advance) {
        String name = reader + " " + event + " " + how;
        if (reader == Reader.INVENTORY_OF_ORDERS && event == EventType.ORDER_CREATED) {
            step(name + ", enough", due, Stock.ENOUGH, next -> {
                advance.accept(next);
                request(next, ReservationSignal.RESERVE);
            });
            step(name + ", short", due, Stock.SHORT, next -> {
                advance.accept(next);
                request(next, ReservationSignal.RESERVE_SHORT);
            });
            return;
        }
        step(name, due, next -> {
            advance.accept(next);
            handle(next, reader, event);
        });
    }

    /** Handles an event as the services' consumers do; some have no effect. */
    private void handle(OrderState next, Reader reader, EventType event) {
        switch (reader) {
            case INVENTORY_OF_ORDERS ->
                request(
                        next,
                        event == EventType.ORDER_CONFIRMED ? ReservationSignal.COMMIT : ReservationSignal.RELEASE);
            case PAYMENT_OF_ORDERS -> {
                if (event == EventType.ORDER_REJECTED || event == EventType.ORDER_CANCELLED) {
                    signal(next, PaymentSignal.ABANDONED);
                }
            }
            case PAYMENT_OF_INVENTORY -> {
                if (event == EventType.INVENTORY_RESERVED) {
                    signal(next, PaymentSignal.REQUESTED);
                }
            }
            case ORDER_OF_INVENTORY, ORDER_OF_PAYMENTS -> signal(next, orderSignal(event));
        }
    }

    private static OrderSignal orderSignal(EventType event) {
        return switch (event) {
            case INVENTORY_RESERVED -> OrderSignal.STOCK_RESERVED;
            case INVENTORY_REJECTED -> OrderSignal.STOCK_REJECTED;
            case RESERVATION_EXPIRED -> OrderSignal.RESERVATION_EXPIRED;
            case PAYMENT_COMPLETED -> OrderSignal.PAYMENT_COMPLETED;
            case PAYMENT_FAILED -> OrderSignal.PAYMENT_FAILED;
            case PAYMENT_REFUNDED -> OrderSignal.PAYMENT_REFUNDED;
            default -> throw new IllegalArgumentException(event + " is not for the order service");
        };
    }

    private void peopleAndClocks() {
        if (!life.order.isFinal()) {
            step("the customer cancels", false, next -> signal(next, OrderSignal.CANCEL_REQUESTED));
            step("the order's deadline passes", false, next -> signal(next, OrderSignal.DEADLINE_PASSED));
        }
        if (life.reservation == ReservationStatus.HELD) {
            step("the reservation expires", false, next -> request(next, ReservationSignal.EXPIRE));
        }
        if (life.payment == PaymentStatus.PENDING || life.payment == PaymentStatus.UNKNOWN) {
            step("the charge is given up", false, next -> signal(next, PaymentSignal.DEADLINE_PASSED));
        }
    }

    private void payment() {
        @Nullable Ask needed = needed(life.payment);
        if (needed != null) {
            step("the gateway is asked to " + needed, true, next -> next.sent.add(needed));
        }
        for (Ask ask : life.sent) {
            // A pending call is repeated. Any other request may be lost.
            boolean due = ask == needed;
            switch (ask) {
                case CHARGE -> {
                    act("charges", due, Charge.NONE, Charge.CAPTURED);
                    act("declines", due, Charge.NONE, Charge.DECLINED);
                }
                case VOID -> act("voids", due, Charge.NONE, Charge.VOIDED);
                case REFUND -> act("refunds", due, Charge.CAPTURED, Charge.REFUNDED);
            }
        }
        if (!life.sent.isEmpty()) {
            step("no answer is recorded", false, next -> signal(next, PaymentSignal.UNANSWERED));
        }
        for (PaymentSignal answer : life.answers) {
            step(answer + " is recorded", needed != null, next -> signal(next, answer));
        }
    }

    /** Returns the call that an open payment requires. */
    private static @Nullable Ask needed(PaymentStatus status) {
        return switch (status) {
            case PENDING, UNKNOWN -> Ask.CHARGE;
            case VOIDING, EXPIRING -> Ask.VOID;
            case REFUNDING -> Ask.REFUND;
            case NEW, COMPLETED, FAILED, VOIDED, REFUNDED -> null;
        };
    }

    /** A request reaches the gateway, and its answer reaches the service or is lost. */
    private void act(String does, boolean due, Charge from, Charge to) {
        Charge after = life.gateway == from ? to : life.gateway;
        step("the gateway " + does + ", its answer is lost", false, next -> next.gateway = after);
        if (after != Charge.NONE) {
            step("the gateway " + does + " or has done before, and answers", due, next -> {
                next.gateway = after;
                next.answers.add(PaymentSignal.valueOf(after.name()));
            });
        }
    }

    private void signal(OrderState next, OrderSignal signal) {
        OrderStatus status = rules.order().apply(next.order, signal);
        if (status == next.order) {
            return;
        }
        next.order = status;
        switch (status) {
            case CONFIRMED -> next.orders.add(EventType.ORDER_CONFIRMED);
            case REJECTED -> next.orders.add(EventType.ORDER_REJECTED);
            case CANCELLED -> next.orders.add(EventType.ORDER_CANCELLED);
            case PENDING, RESERVED -> {}
        }
    }

    private void request(OrderState next, ReservationSignal request) {
        var answer = rules.reservation().apply(next.reservation, request);
        next.reservation = answer.next();
        switch (answer.effect()) {
            case HOLD -> {
                next.held++;
                next.inventory.add(EventType.INVENTORY_RESERVED);
            }
            case REFUSE -> next.inventory.add(EventType.INVENTORY_REJECTED);
            case SELL -> {
                next.held--;
                next.sold++;
            }
            case GIVE_BACK -> next.held--;
            case TOMBSTONE, NONE -> {}
        }
        if (request == ReservationSignal.EXPIRE && answer.effect() == StockEffect.GIVE_BACK) {
            next.inventory.add(EventType.RESERVATION_EXPIRED);
        }
    }

    private void signal(OrderState next, PaymentSignal signal) {
        var answer = rules.payment().apply(next.payment, signal);
        next.ledger.addAll(answer.entries());
        if (!answer.changes()) {
            return;
        }
        next.payment = answer.to();
        switch (next.payment) {
            case COMPLETED -> next.payments.add(EventType.PAYMENT_COMPLETED);
            case FAILED -> next.payments.add(EventType.PAYMENT_FAILED);
            case REFUNDED -> next.payments.add(EventType.PAYMENT_REFUNDED);
            case NEW, PENDING, UNKNOWN, EXPIRING, VOIDING, VOIDED, REFUNDING -> {}
        }
    }
}
