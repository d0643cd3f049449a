package dev.orderflow.messaging;

import dev.orderflow.events.DomainEvent;
import java.time.Duration;
import java.util.UUID;

/** Stores the events of a use case, to be published after its transaction commits. */
public interface Outbox {

    /**
     * Stores the event in the caller's transaction. It is published if and only if that transaction commits: at least
     * once, always with the same id, and after every event that was stored under the same key before.
     *
     * @return the id of the event
     * @throws jakarta.transaction.TransactionalException without a transaction
     */
    UUID append(DomainEvent event);

    /** How long the oldest event has waited to be published; zero if none waits. */
    Duration age();
}
