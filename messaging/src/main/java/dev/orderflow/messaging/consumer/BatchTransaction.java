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

/** One transaction: the inbox claim of some events and all their effects, or nothing of it. */
@ApplicationScoped
public class BatchTransaction {

    /** Handles a batch within its transaction. */
    interface BatchHandler {

        /** Once, before the events are handled. */
        void prepare(List<SagaEvent> batch);

        void handle(SagaEvent event, EventMetadata metadata);
    }

    @Inject
    BatchedWrites writes;

    @Inject
    Inbox inbox;

    /** Handles those of the events, in their sequence, that had no effect yet. */
    @Transactional(TxType.REQUIRES_NEW)
    public void handle(BatchHandler handler, List<ReceivedEvent> events) {
        Map<UUID, ReceivedEvent> unclaimed = new LinkedHashMap<>();
        events.forEach(received -> unclaimed.putIfAbsent(received.metadata().id(), received));
        unclaimed.keySet().retainAll(inbox.claim(unclaimed.keySet()));
        if (unclaimed.isEmpty()) {
            return;
        }
        handleAll(handler, unclaimed.values());
        // Before the commit: the container logs a stack trace for each refusal during a commit.
        writes.flush();
    }

    /**
     * In the caller's transaction, which rolls back whatever is thrown: of an Error alone the container might think
     * otherwise.
     */
    static void handleAll(BatchHandler handler, Collection<ReceivedEvent> events) {
        try {
            handler.prepare(events.stream().map(ReceivedEvent::event).toList());
            events.forEach(received -> CurrentEvent.handle(
                    received.metadata(), () -> handler.handle(received.event(), received.metadata())));
        } catch (Error error) {
            throw new IllegalStateException("The handler broke down", error);
        }
    }
}
