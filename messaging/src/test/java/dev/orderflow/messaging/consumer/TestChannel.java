package dev.orderflow.messaging.consumer;

import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.failure.BackOff;
import dev.orderflow.chassis.work.Heartbeat;
import dev.orderflow.chassis.work.WorkerThreads;
import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.OrderEvent.OrderConfirmed;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.EventRegistry;
import dev.orderflow.messaging.LowWaterMark;
import dev.orderflow.messaging.consumer.setaside.SetAsideKeys;
import dev.orderflow.messaging.consumer.setaside.SetAsidePolicy;
import dev.orderflow.messaging.kafka.EventCodec;
import dev.orderflow.messaging.kafka.IncomingRecord;
import dev.orderflow.messaging.kafka.ReceivedEvent;
import dev.orderflow.messaging.observability.MessagingMetrics;
import dev.orderflow.messaging.observability.MessagingSpans;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * A channel with a handler that refuses what it is told to, without Kafka and without a database. Its records have offsets
 * from 0 on in one partition; their keys are names of orders.
 */
public final class TestChannel {

    static final String CREATED = "dev.orderflow.order.created.v1";
    private static final String CONFIRMED = "dev.orderflow.order.confirmed.v1";

    /** What the handler refuses, by type and order. */
    final Map<String, Supplier<RuntimeException>> refusals = new LinkedHashMap<>();

    /** What was tried, in its sequence, as "created A". */
    final List<String> tried = new ArrayList<>();

    /** What was handled, in its sequence. */
    final List<String> handled = new ArrayList<>();

    /** Orders of records that were parked. */
    final List<String> parked = new ArrayList<>();

    /** Offsets. */
    final List<Long> acknowledged = new ArrayList<>();

    final List<Instant> marks = new ArrayList<>();

    /** So many attempts to park fail. */
    int refusedParkings;

    /** Runs at every attempt. */
    Runnable atAttempt = () -> {};

    private final Map<String, String> names = new HashMap<>();
    final InMemoryKeptEvents kept = new InMemoryKeptEvents();
    final BatchProcessor processor = processor();
    private final IncomingChannel channel;
    private long offset;

    TestChannel(Duration poisonAfter, int maxSetAside) {
        channel = channel(poisonAfter, maxSetAside);
    }

    /**
     * Has forty orders placed while each is refused, for as long as it takes to try 300 times. Returns the orders; each
     * is confirmed, too.
     */
    List<String> placeFortyWhileAllAreRefused() throws InterruptedException {
        List<String> orders = IntStream.range(0, 40).mapToObj(i -> "order " + i).toList();
        orders.forEach(order -> refuse("created " + order));
        Runnable before = atAttempt;
        atAttempt = () -> {
            before.run();
            if (tried.size() == 300) {
                refusals.clear();
            }
        };
        List<Message<String>> batch = new ArrayList<>();
        orders.forEach(order -> batch.add(created(order)));
        orders.forEach(order -> batch.add(confirmed(order)));
        process(batch);
        return orders;
    }

    SetAsideKeys setAside() {
        return channel.setAside();
    }

    void refuse(String event) {
        refusals.put(event, () -> new IllegalStateException("a constraint"));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // they are read only
    final void process(Message<String>... messages) throws InterruptedException {
        process(List.of(messages));
    }

    void process(List<Message<String>> messages) throws InterruptedException {
        messages.forEach(channel.subscriber()::onNext);
        processor.process(channel, channel.subscriber().take(messages.size(), 0));
    }

    void awaitRetries(BooleanSupplier condition) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    processor.awaitTurn(channel);
                    return condition.getAsBoolean();
                });
    }

    private void handle(String what) {
        tried.add(what);
        atAttempt.run();
        Supplier<RuntimeException> refusal = refusals.get(what);
        if (refusal != null) {
            throw refusal.get();
        }
    }

    private IncomingChannel channel(Duration poisonAfter, int maxSetAside) {
        return new IncomingChannel(
                "orders",
                RegisteredHandlers.of(handler()),
                new BatchSubscriber(1_000),
                new SetAsideKeys(new SetAsidePolicy(maxSetAside, poisonAfter, new BackOff(1, 2))),
                new Heartbeat());
    }

    EventHandler handler() {
        return new EventHandler() {
            @Override
            public void register(EventRegistry events) {
                events.on(OrderCreated.class, event -> handle("created " + names.get(event.key())));
                events.on(OrderConfirmed.class, event -> handle("confirmed " + names.get(event.key())));
            }

            @Override
            public void published(LowWaterMark mark) {
                marks.add(mark.time());
            }
        };
    }

    private BatchProcessor processor() {
        EventAttempts attempts = new EventAttempts();
        attempts.spans = new MessagingSpans();
        attempts.metrics = new MessagingMetrics() {};
        attempts.transaction = new BatchTransaction() {
            @Override
            public void handle(BatchHandler handler, List<ReceivedEvent> events) {
                handleAll(handler, events);
                events.forEach(one -> handled.add((one.event() instanceof OrderCreated ? "created " : "confirmed ")
                        + names.get(one.event().key())));
            }
        };
        attempts.parking = new DeadLetterParking() {
            @Override
            public void park(String name, IncomingRecord source, Throwable cause, int tries, @Nullable String by) {
                if (refusedParkings-- > 0) {
                    throw new IllegalStateException("the table is locked");
                }
                parked.add(by == null ? String.valueOf(source.key()) : source.key() + " by " + by);
            }
        };
        BatchProcessor made = new BatchProcessor();
        made.attempts = attempts;
        made.kept = kept;
        made.metrics = attempts.metrics;
        made.backOff = new BackOff(1, 2);
        made.workers = new WorkerThreads();
        made.reader = new EventReader();
        made.reader.codec = new EventCodec();
        attempts.reader = made.reader;
        return made;
    }

    Message<String> created(String order) {
        return message(CREATED, order, """
                {"orderId":"%s","customerId":"c-1","lines":[{"sku":"A","quantity":1}],
                 "payment":{"amount":2990,"currency":"EUR","token":"tok_approve"}}""".formatted(id(order)));
    }

    Message<String> confirmed(String order) {
        return message(CONFIRMED, order, "{\"orderId\":\"%s\"}".formatted(id(order)));
    }

    private UUID id(String order) {
        UUID id = UUID.nameUUIDFromBytes(order.getBytes(StandardCharsets.UTF_8));
        names.put(id.toString(), order);
        return id;
    }

    Message<String> mark(Instant time) {
        return message(LowWaterMark.TYPE, null, null, Map.of(EventHeaders.TIME, time.toString()));
    }

    Message<String> message(String type, @Nullable String key, @Nullable String payload) {
        return message(type, key, payload, Map.of(EventHeaders.TIME, Instant.EPOCH.toString()));
    }

    private Message<String> message(
            String type, @Nullable String key, @Nullable String payload, Map<String, String> time) {
        var source = new ConsumerRecord<>("orders", 0, offset++, key, payload);
        Map<String, String> headers = new LinkedHashMap<>(time);
        headers.put(EventHeaders.TYPE, type);
        headers.put(EventHeaders.ID, UUID.randomUUID().toString());
        headers.put(LowWaterMark.PARTITIONS, "1");
        headers.forEach((name, value) -> source.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new Message<>() {
            @Override
            public String getPayload() {
                return String.valueOf(payload);
            }

            @Override
            public CompletionStage<Void> ack() {
                acknowledged.add(source.offset());
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public <C> C unwrap(Class<C> type) {
                return type.cast(source);
            }
        };
    }
}
