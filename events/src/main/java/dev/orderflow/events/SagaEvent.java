package dev.orderflow.events;

import java.util.UUID;

/** A fact about one order: a step of its saga, which the services exchange. */
public sealed interface SagaEvent extends DomainEvent permits OrderEvent, InventoryEvent, PaymentEvent {

    /** The saga that the event belongs to. */
    UUID orderId();

    @Override
    default String key() {
        return orderId().toString();
    }
}
