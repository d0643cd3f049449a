package dev.orderflow.events;

import dev.orderflow.events.InventoryEvent.InventoryRejected;
import dev.orderflow.events.InventoryEvent.InventoryReserved;
import dev.orderflow.events.InventoryEvent.ReservationExpired;
import dev.orderflow.events.OrderEvent.OrderCancelled;
import dev.orderflow.events.OrderEvent.OrderConfirmed;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.events.OrderEvent.OrderRejected;
import dev.orderflow.events.PaymentEvent.PaymentCompleted;
import dev.orderflow.events.PaymentEvent.PaymentFailed;
import dev.orderflow.events.PaymentEvent.PaymentRefunded;
import dev.orderflow.events.StockEvent.StockLow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event type: its logical, versioned wire name, its topic and its record. Wire names are never reused. */
public enum EventType {
    ORDER_CREATED("dev.orderflow.order.created.v1", Topics.ORDERS, OrderCreated.class),
    ORDER_CONFIRMED("dev.orderflow.order.confirmed.v1", Topics.ORDERS, OrderConfirmed.class),
    ORDER_REJECTED("dev.orderflow.order.rejected.v1", Topics.ORDERS, OrderRejected.class),
    ORDER_CANCELLED("dev.orderflow.order.cancelled.v1", Topics.ORDERS, OrderCancelled.class),
    INVENTORY_RESERVED("dev.orderflow.inventory.reserved.v1", Topics.INVENTORY, InventoryReserved.class),
    INVENTORY_REJECTED("dev.orderflow.inventory.rejected.v1", Topics.INVENTORY, InventoryRejected.class),
    RESERVATION_EXPIRED("dev.orderflow.inventory.reservation-expired.v1", Topics.INVENTORY, ReservationExpired.class),
    STOCK_LOW("dev.orderflow.inventory.stock-low.v1", Topics.STOCK, StockLow.class),
    PAYMENT_COMPLETED("dev.orderflow.payment.completed.v1", Topics.PAYMENTS, PaymentCompleted.class),
    PAYMENT_FAILED("dev.orderflow.payment.failed.v1", Topics.PAYMENTS, PaymentFailed.class),
    PAYMENT_REFUNDED("dev.orderflow.payment.refunded.v1", Topics.PAYMENTS, PaymentRefunded.class);

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::wireName, Function.identity()));
    private static final Map<Class<? extends DomainEvent>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::recordClass, Function.identity()));

    private final String wireName;
    private final String topic;
    private final Class<? extends DomainEvent> recordClass;

    EventType(String wireName, String topic, Class<? extends DomainEvent> recordClass) {
        this.wireName = wireName;
        this.topic = topic;
        this.recordClass = recordClass;
    }

    public static EventType of(DomainEvent event) {
        return of(event.getClass());
    }

    public static EventType of(Class<? extends DomainEvent> recordClass) {
        EventType type = BY_RECORD.get(recordClass);
        if (type == null) {
            throw new IllegalStateException(recordClass + " has no wire name; add it to EventType");
        }
        return type;
    }

    public static Optional<EventType> named(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** The types that have the same name in another version. */
    public static List<EventType> otherVersionsOf(String wireName) {
        String unversioned = withoutVersion(wireName);
        return Arrays.stream(values())
                .filter(type -> !type.wireName.equals(wireName)
                        && withoutVersion(type.wireName).equals(unversioned))
                .toList();
    }

    public String wireName() {
        return wireName;
    }

    public String topic() {
        return topic;
    }

    public Class<? extends DomainEvent> recordClass() {
        return recordClass;
    }

    private static String withoutVersion(String wireName) {
        return wireName.replaceFirst("\\.v\\d+$", "");
    }
}
