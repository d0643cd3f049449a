package dev.orderflow.systemtests.search;

import dev.orderflow.events.EventType;
import dev.orderflow.inventory.domain.ReservationStatus;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.payment.domain.EntryKind;
import dev.orderflow.payment.domain.PaymentSignal;
import dev.orderflow.payment.domain.PaymentStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The complete state of one order of one unit: in the three services, at the gateway, and in flight. Topics keep the
 * messages of the order's key. A consumer has an offset, and earlier messages may be delivered again.
 */
final class OrderState {

    /** The state of the order's key in the gateway's ledger. */
    enum Charge {
        NONE,
        CAPTURED,
        DECLINED,
        VOIDED,
        REFUNDED
    }

    /** The calls of the payment service to the gateway. */
    enum Ask {
        CHARGE,
        VOID,
        REFUND
    }

    /** The consumer of each topic. */
    enum Reader {
        INVENTORY_OF_ORDERS,
        PAYMENT_OF_ORDERS,
        ORDER_OF_INVENTORY,
        PAYMENT_OF_INVENTORY,
        ORDER_OF_PAYMENTS
    }

    OrderStatus order = OrderStatus.PENDING;
    ReservationStatus reservation = ReservationStatus.ABSENT;
    PaymentStatus payment = PaymentStatus.NEW;
    Charge gateway = Charge.NONE;

    /** Units that were reserved and neither sold nor given back; and units that were sold. */
    int held;

    int sold;

    /** The ledger of the payment service. */
    final List<EntryKind> ledger = new ArrayList<>();

    /** All requests to the gateway so far. Each may arrive late, and again. */
    final Set<Ask> sent = EnumSet.noneOf(Ask.class);

    /** All answers of the gateway so far. Each may be recorded late, and again. */
    final Set<PaymentSignal> answers = EnumSet.noneOf(PaymentSignal.class);

    final List<EventType> orders = new ArrayList<>();
    final List<EventType> inventory = new ArrayList<>();
    final List<EventType> payments = new ArrayList<>();
    final Map<Reader, Integer> places = new EnumMap<>(Reader.class);

    /** Parked events, until an operator redrives them. */
    final Map<Reader, EventType> parked = new EnumMap<>(Reader.class);

    /** Returns the state of a placed order. */
    static OrderState begin() {
        OrderState life = new OrderState();
        life.orders.add(EventType.ORDER_CREATED);
        return life;
    }

    OrderState copy() {
        OrderState copy = new OrderState();
        copy.order = order;
        copy.reservation = reservation;
        copy.payment = payment;
        copy.gateway = gateway;
        copy.held = held;
        copy.sold = sold;
        copy.ledger.addAll(ledger);
        copy.sent.addAll(sent);
        copy.answers.addAll(answers);
        copy.orders.addAll(orders);
        copy.inventory.addAll(inventory);
        copy.payments.addAll(payments);
        copy.places.putAll(places);
        copy.parked.putAll(parked);
        return copy;
    }

    List<EventType> topic(Reader reader) {
        return switch (reader) {
            case INVENTORY_OF_ORDERS, PAYMENT_OF_ORDERS -> orders;
            case ORDER_OF_INVENTORY, PAYMENT_OF_INVENTORY -> inventory;
            case ORDER_OF_PAYMENTS -> payments;
        };
    }

    int place(Reader reader) {
        return places.getOrDefault(reader, 0);
    }

    private List<Object> identity() {
        return List.of(
                order,
                reservation,
                payment,
                gateway,
                held,
                sold,
                ledger,
                sent,
                answers,
                orders,
                inventory,
                payments,
                places,
                parked);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderState life && identity().equals(life.identity());
    }

    @Override
    public int hashCode() {
        return identity().hashCode();
    }

    @Override
    public String toString() {
        return identity().toString();
    }
}
