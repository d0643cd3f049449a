package dev.orderflow.messaging.consumer;

import dev.orderflow.events.EventType;
import dev.orderflow.events.SagaEvent;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.EventMetadata;
import dev.orderflow.messaging.kafka.IncomingRecord;
import dev.orderflow.messaging.kafka.ReceivedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives the messaging core what Kafka would give it, as often as a test wants, without Kafka. */
public final class HandDelivery {

    private HandDelivery() {}

    /** One batch, by event id, in the transaction that is running. */
    public static void deliver(BatchTransaction transaction, EventHandler handler, Map<UUID, SagaEvent> batch) {
        List<ReceivedEvent> received = batch.entrySet().stream()
                .map(event -> new ReceivedEvent(
                        event.getValue(),
                        metadata(event.getKey(), event.getValue()),
                        record(
                                EventType.of(event.getValue()).topic(),
                                event.getValue().key(),
                                "{}")))
                .toList();
        transaction.handle(RegisteredHandlers.of(handler), received);
    }

    /** A record that can never be handled, in the transaction that is running. */
    public static void park(DeadLetterParking parking, String channel, String topic, String payload) {
        parking.park(channel, record(topic, "key", payload), new IllegalArgumentException("poison"), 1, null);
    }

    private static IncomingRecord record(String topic, String key, String payload) {
        return new IncomingRecord(topic, 0, 1, key, payload, Map.of());
    }

    private static EventMetadata metadata(UUID id, SagaEvent event) {
        return new EventMetadata(id, EventType.of(event), Instant.EPOCH, event.key(), null, null);
    }
}
