package dev.orderflow.events;

import java.util.UUID;

/** A domain event about one order. The services exchange these events to advance its saga. */
public sealed interface SagaEvent extends DomainEvent permits OrderEvent, InventoryEvent, PaymentEvent {

    /** Also the id of the saga. */
    UUID orderId();

    @Override
    default String key() {
        return orderId().toString();
    }
}
