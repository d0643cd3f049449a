package dev.orderflow.order;

import dev.orderflow.events.EventType;
import dev.orderflow.messaging.harness.KafkaTestClient;
import java.util.UUID;

/** Publishes the events of the other services about an order of one BOOK-001. */
record OtherServices(KafkaTestClient wire) {

    private static final String MONEY = "\"amount\": 2990, \"currency\": \"EUR\"";

    /** Returns the id of the event, as all following methods do. */
    UUID reserved(UUID order) {
        return reserved(order, UUID.randomUUID());
    }

    UUID reserved(UUID order, UUID event) {
        return say(
                EventType.INVENTORY_RESERVED, event, order, "\"payment\": {" + MONEY + ", \"token\": \"tok_approve\"}");
    }

    UUID reservedFor(UUID order, long amount, String currency) {
        return say(
                EventType.INVENTORY_RESERVED,
                UUID.randomUUID(),
                order,
                "\"payment\": {\"amount\": %d, \"currency\": \"%s\", \"token\": \"tok_approve\"}"
                        .formatted(amount, currency));
    }

    UUID outOfStock(UUID order) {
        return say(EventType.INVENTORY_REJECTED, UUID.randomUUID(), order, "\"reason\": \"BOOK-001 is short\"");
    }

    UUID reservationExpired(UUID order) {
        UUID event = UUID.randomUUID();
        wire.send(EventType.RESERVATION_EXPIRED, event, order, "{\"orderId\": \"%s\"}".formatted(order));
        return event;
    }

    UUID paid(UUID order) {
        return paid(order, UUID.randomUUID());
    }

    UUID paid(UUID order, UUID event) {
        return say(EventType.PAYMENT_COMPLETED, event, order, MONEY);
    }

    /** A payment or refund with an amount other than the price of one BOOK-001. */
    UUID money(EventType type, UUID order, long amount, String currency) {
        return say(type, UUID.randomUUID(), order, "\"amount\": %d, \"currency\": \"%s\"".formatted(amount, currency));
    }

    UUID declined(UUID order) {
        return say(EventType.PAYMENT_FAILED, UUID.randomUUID(), order, "\"reason\": \"declined\"");
    }

    UUID refunded(UUID order) {
        return say(EventType.PAYMENT_REFUNDED, UUID.randomUUID(), order, MONEY);
    }

    private UUID say(EventType type, UUID event, UUID order, String more) {
        wire.send(type, event, order, "{\"orderId\": \"%s\", %s}".formatted(order, more));
        return event;
    }
}
