package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.events.SagaEvent;
import dev.orderflow.messaging.EventMetadata;
import dev.orderflow.messaging.kafka.ReceivedEvent;
import dev.orderflow.messaging.outbox.CurrentEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Claims events in the inbox and applies their effects in one transaction. */
@ApplicationScoped
public class BatchTransaction {

    interface BatchHandler {

        /** Called once before the events are handled. */
        void prepare(List<SagaEvent> batch);

        void handle(SagaEvent event, EventMetadata metadata);
    }

    @Inject
    BatchedWrites writes;

    @Inject
    Inbox inbox;

    /** Handles, in order, the events that the inbox does not know yet. */
    @Transactional(TxType.REQUIRES_NEW)
    public void handle(BatchHandler handler, List<ReceivedEvent> events) {
        Map<UUID, ReceivedEvent> unclaimed = new LinkedHashMap<>();
        events.forEach(received -> unclaimed.putIfAbsent(received.metadata().id(), received));
        unclaimed.keySet().retainAll(inbox.claim(unclaimed.keySet()));
        if (unclaimed.isEmpty()) {
            return;
        }
        handleAll(handler, unclaimed.values());
        // Flush before the commit: the container logs a stack trace for every failure during a commit.
        writes.flush();
    }

    /** Runs in the caller's transaction. Wraps an Error, because the container might not roll back on one. */
    static void handleAll(BatchHandler handler, Collection<ReceivedEvent> events) {
        try {
            handler.prepare(events.stream().map(ReceivedEvent::event).toList());
            events.forEach(received -> CurrentEvent.handle(
                    received.metadata(), () -> handler.handle(received.event(), received.metadata())));
        } catch (Error error) {
            throw new IllegalStateException("The handler threw an Error", error);
        }
    }
}
