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

/** A record as it came from Kafka. */
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

    /** The trace in which it was sent, and its order. */
    public Context context() {
        return TraceContext.of(headers.get(EventHeaders.TRACE_PARENT), key);
    }

    /** Where it stands in Kafka. */
    public String position() {
        return topic + "/" + partition + "/" + offset;
    }

    /** Without what it carries: that may hold a payment token. */
    @Override
    public String toString() {
        return "IncomingRecord[" + position() + "]";
    }

    /** How much of a Kafka record it fills, about. */
    public int bytes() {
        return Stream.concat(
                        Stream.of(key, payload),
                        headers.entrySet().stream().flatMap(header -> Stream.of(header.getKey(), header.getValue())))
                .filter(Objects::nonNull)
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /** An id of its own for a record that has none that can be read; the same each time it is delivered. */
    public UUID positionId() {
        return UUID.nameUUIDFromBytes(position().getBytes(StandardCharsets.UTF_8));
    }
}
