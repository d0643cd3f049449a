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
 * All that exists of one order of one unit: in the three services, at the gateway, and on its way between them. Topics keep what
 * was published under the order's key; a reader has got as far as its place, and may be given again what lies before it.
 */
final class OrderState {

    /** What the gateway's books say under the order's key. */
    enum Charge {
        NONE,
        CAPTURED,
        DECLINED,
        VOIDED,
        REFUNDED
    }

    /** What the payment service asks the gateway for. */
    enum Ask {
        CHARGE,
        VOID,
        REFUND
    }

    /** Who reads which topic. */
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

    /** Units that effects have set aside and not sold or given back; and units that they have taken out of stock. */
    int held;

    int sold;

    /** What the payment service has booked. */
    final List<EntryKind> ledger = new ArrayList<>();

    /** What the gateway was ever asked for: each request may reach it late, and again. */
    final Set<Ask> sent = EnumSet.noneOf(Ask.class);

    /** What the gateway has ever answered: each answer may be recorded late, and again. */
    final Set<PaymentSignal> answers = EnumSet.noneOf(PaymentSignal.class);

    final List<EventType> orders = new ArrayList<>();
    final List<EventType> inventory = new ArrayList<>();
    final List<EventType> payments = new ArrayList<>();
    final Map<Reader, Integer> places = new EnumMap<>(Reader.class);

    /** What a reader could not handle and passed over, until somebody gives it to it again. */
    final Map<Reader, EventType> parked = new EnumMap<>(Reader.class);

    /** The order is placed. */
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
