package dev.orderflow.messaging;

import dev.orderflow.events.DomainEvent;
import java.time.Duration;
import java.util.UUID;

/** Where a use case leaves the events that are true once its transaction commits. */
public interface Outbox {

    /**
     * Stores the event in the caller's transaction. It is published if and only if that commits; at least once, with
     * the same id each time, and after every event that was stored under the same key before.
     *
     * @return the id of the event
     * @throws jakarta.transaction.TransactionalException without a transaction
     */
    UUID append(DomainEvent event);

    /** How long the oldest event has waited to be published; zero when none waits. */
    Duration age();
}
