package dev.orderflow.events;

/**
 * Something that happened, in the past tense, as it goes over the wire. Within a version only additions are allowed;
 * consumers ignore fields they do not know. A record that lacks a required value cannot be constructed.
 */
public sealed interface DomainEvent permits SagaEvent, StockEvent {

    /** The id of what it is about. It is the Kafka key, so that all that is told of one thing stays in sequence. */
    String key();
}
