package dev.orderflow.events.messaging;

import dev.orderflow.events.Fact;
import dev.orderflow.events.messaging.internal.OutboxWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.UUID;

/** Where a use case leaves the events that are true once its transaction commits. */
@ApplicationScoped
public class Outbox {

    @Inject
    OutboxWriter writer;

    /**
     * Stores the event in the caller's transaction. It is published if and only if that commits; at least once, with the
     * same id each time, and after every event that was stored under the same key before.
     *
     * @return the id of the event
     * @throws jakarta.transaction.TransactionalException without a transaction
     */
    @Transactional(TxType.MANDATORY)
    public UUID append(Fact event) {
        return writer.write(event);
    }

    /** How long the oldest event has waited to be published; zero when none waits. */
    public Duration age() {
        return writer.age();
    }
}
