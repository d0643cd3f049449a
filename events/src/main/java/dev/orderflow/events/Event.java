package dev.orderflow.events;

import java.util.UUID;

/**
 * A fact about one order, in the past tense, as it goes over the wire. Within a version only additions are allowed;
 * consumers ignore fields they do not know. A record that lacks a required value cannot be constructed.
 */
public sealed interface Event permits OrderEvent, InventoryEvent, PaymentEvent {

    /** The saga that the event belongs to; also the Kafka key, so that the events of an order stay in sequence. */
    UUID orderId();
}
