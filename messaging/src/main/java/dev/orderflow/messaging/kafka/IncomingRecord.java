package dev.orderflow.messaging.kafka;

import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.events.EventHeaders;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** A record from Kafka. */
public record IncomingRecord(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String payload,
        Map<String, String> headers) {

    public static IncomingRecord of(Message<String> message) {
        ConsumerRecord<?, ?> source = message.unwrap(ConsumerRecord.class);
        Map<String, String> headers = new LinkedHashMap<>();
        source.headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return new IncomingRecord(
                source.topic(),
                source.partition(),
                source.offset(),
                (String) source.key(),
                (String) source.value(),
                headers);
    }

    /** The trace and the order that the record belongs to. */
    public Context context() {
        return TraceContext.of(headers.get(EventHeaders.TRACE_PARENT), key);
    }

    /** Topic, partition and offset, separated by slashes. */
    public String position() {
        return topic + "/" + partition + "/" + offset;
    }

    /** Returns a copy that PostgreSQL can store: its text cannot hold U+0000, but invalid records may. */
    public IncomingRecord storable() {
        Map<String, String> storable = new LinkedHashMap<>();
        headers.forEach((name, value) -> storable.put(withoutNul(name), withoutNul(value)));
        return new IncomingRecord(
                topic,
                partition,
                offset,
                key == null ? null : withoutNul(key),
                payload == null ? null : withoutNul(payload),
                storable);
    }

    private static String withoutNul(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** Omits key, value and headers: they may hold a payment token. */
    @Override
    public String toString() {
        return "IncomingRecord[" + position() + "]";
    }

    /** Approximate size in Kafka, in bytes. */
    public int bytes() {
        return Stream.concat(
                        Stream.of(key, payload),
                        headers.entrySet().stream().flatMap(header -> Stream.of(header.getKey(), header.getValue())))
                .filter(Objects::nonNull)
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /** Derives an id from the position, for a record without a readable id. It is the same at each delivery. */
    public UUID positionId() {
        return UUID.nameUUIDFromBytes(position().getBytes(StandardCharsets.UTF_8));
    }
}
