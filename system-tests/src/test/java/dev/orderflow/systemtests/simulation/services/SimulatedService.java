package dev.orderflow.systemtests.simulation.services;

import dev.orderflow.events.EventType;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.Outbox;
import dev.orderflow.messaging.consumer.RegisteredHandlers;
import dev.orderflow.messaging.harness.TestOutbox;
import dev.orderflow.systemtests.simulation.database.PublishedMessage;
import dev.orderflow.systemtests.simulation.database.SimulatedDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What all services share: a database, subscriptions, and exactly-once handling as the messaging core implements it.
 */
public final class SimulatedService {

    public final String name;
    public final SimulatedDatabase database = new SimulatedDatabase();
    final Outbox outbox = new TestOutbox(event -> {
        PublishedMessage message = PublishedMessage.of(event);
        leave(message);
        return message.id();
    });

    private final Map<String, Supplier<EventHandler>> subscriptions = new LinkedHashMap<>();
    private final Set<RemovedSafeguard> flaws;

    SimulatedService(String name, Set<RemovedSafeguard> flaws) {
        this.name = name;
        this.flaws = flaws;
    }

    /** Subscribes to a topic. The supplier creates the handler for each transaction. */
    void subscribe(String topic, Supplier<EventHandler> handler) {
        subscriptions.put(topic, handler);
    }

    public List<String> topics() {
        return List.copyOf(subscriptions.keySet());
    }

    /** Handles one batch in one transaction, as BatchTransaction does. */
    public void handle(String topic, List<PublishedMessage> batch, boolean dies) {
        RegisteredHandlers handler = RegisteredHandlers.of(
                Objects.requireNonNull(subscriptions.get(topic)).get());
        List<PublishedMessage> concerning = batch.stream()
                .filter(message -> handler.handles(EventType.of(message.event())))
                .toList();
        database.transact(dies, () -> {
            List<PublishedMessage> unclaimed = new ArrayList<>();
            for (PublishedMessage message : concerning) {
                if (isUnclaimed(message.id(), unclaimed) || flaws.contains(RemovedSafeguard.NO_INBOX)) {
                    unclaimed.add(message);
                    database.inbox.add(message.id());
                }
            }
            if (!unclaimed.isEmpty()) {
                handler.prepare(unclaimed.stream().map(PublishedMessage::event).toList());
                unclaimed.forEach(message -> handler.handle(message.event(), message.metadata()));
            }
        });
    }

    private void leave(PublishedMessage message) {
        if (flaws.contains(RemovedSafeguard.PUBLISHED_BEFORE_COMMIT)) {
            database.outbox.stored.add(message);
        } else {
            database.outbox.add(message);
        }
    }

    private boolean isUnclaimed(UUID id, List<PublishedMessage> batch) {
        return !database.inbox.stored.contains(id)
                && batch.stream().noneMatch(other -> other.id().equals(id));
    }
}
