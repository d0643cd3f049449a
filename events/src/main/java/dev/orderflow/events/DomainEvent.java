package dev.orderflow.events;

/**
 * A domain event as it is published, in the past tense. Within a version only additions are allowed, and consumers
 * ignore unknown fields. A record that lacks a required value cannot be constructed.
 */
public sealed interface DomainEvent permits SagaEvent, StockEvent {

    /** The aggregate id. It is the Kafka key, so the events of one aggregate stay in order. */
    String key();
}
