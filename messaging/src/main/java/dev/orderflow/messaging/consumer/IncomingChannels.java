package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.failure.BackOff;
import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.schema.SchemaMigration;
import dev.orderflow.chassis.telemetry.LogText;
import dev.orderflow.chassis.work.Heartbeat;
import dev.orderflow.chassis.work.Heartbeats;
import dev.orderflow.chassis.work.WorkerThreads;
import dev.orderflow.messaging.EventConsumers;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.consumer.setaside.SetAsideEvent;
import dev.orderflow.messaging.consumer.setaside.SetAsideKeys;
import dev.orderflow.messaging.consumer.setaside.SetAsidePolicy;
import dev.orderflow.messaging.kafka.FormerConsumerGroup;
import dev.orderflow.messaging.kafka.IncomingRecord;
import dev.orderflow.messaging.kept.KeptEvents;
import dev.orderflow.messaging.kept.KeptEvents.KeptEvent;
import dev.orderflow.messaging.observability.MessagingMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;

/**
 * The incoming channels. The connector subscribes before the application starts and before Flyway migrates the schema,
 * so records wait in their queues until {@link #start}.
 */
@ApplicationScoped
public class IncomingChannels implements EventConsumers {

    private static final Logger LOG = Logger.getLogger(IncomingChannels.class.getName());

    /** How often an idle worker checks whether it must stop. */
    private static final long IDLE_MILLIS = 200;

    @Inject
    WorkerThreads workers;

    @Inject
    BatchProcessor processor;

    @Inject
    EventAttempts attempts;

    @Inject
    KeptEvents kept;

    @Inject
    FormerConsumerGroup formerGroup;

    @Inject
    SchemaMigration schema;

    @Inject
    MessagingMetrics metrics;

    @Inject
    Heartbeats heartbeats;

    /** Maximum number of records per transaction. */
    @Inject
    @ConfigProperty(name = "orderflow.consumer.batch")
    int batchSize;

    /** Maximum number of queued records per channel. */
    @Inject
    @ConfigProperty(name = "orderflow.consumer.queue")
    int queueSize;

    /** How often a channel handles the events that older versions of the service have kept. */
    @Inject
    @ConfigProperty(name = "orderflow.kept.every-ms")
    long keptEveryMillis;

    /** Maximum number of records that a channel sets aside; at the limit it takes no more. */
    @Inject
    @ConfigProperty(name = "orderflow.consumer.set-aside.records")
    int maxSetAside;

    /** An event is parked after it has failed for this long while others of its type succeed. */
    @Inject
    @ConfigProperty(name = "orderflow.consumer.set-aside.poison-after-ms")
    long poisonAfterMillis;

    @Inject
    BackOff backOff;

    private final List<IncomingChannel> open = new CopyOnWriteArrayList<>();
    private boolean started;

    @Override
    public synchronized Subscriber<Message<String>> subscriber(String name, EventHandler handler) {
        if (!schema.isJob()) {
            formerGroup.handOver(name);
        }
        IncomingChannel channel = new IncomingChannel(
                name,
                RegisteredHandlers.of(handler),
                new BatchSubscriber(queueSize),
                new SetAsideKeys(new SetAsidePolicy(maxSetAside, Duration.ofMillis(poisonAfterMillis), backOff)),
                heartbeats.of(IncomingChannel.worker(name)));
        open.add(channel);
        metrics.open(name);
        if (started) {
            startWorker(channel);
        }
        return channel.subscriber();
    }

    synchronized void start(@Observes SchemaMigrated event) {
        started = true;
        open.forEach(this::startWorker);
    }

    public List<IncomingChannel> all() {
        return List.copyOf(open);
    }

    /** The oldest event of each ordering key that is set aside. */
    public List<SetAsideEvent> setAside() {
        return open.stream()
                .flatMap(channel -> channel.setAside().list(channel.name()).stream())
                .toList();
    }

    /**
     * Requests that an event which is set aside is parked if it fails once more. Returns false if there is no such
     * event.
     */
    public boolean park(UUID eventId, @Nullable String operator) {
        return open.stream().anyMatch(channel -> channel.setAside().park(eventId, operator));
    }

    /** The handlers of a channel; empty if there is no such channel. */
    Optional<RegisteredHandlers> handler(String name) {
        return open.stream()
                .filter(channel -> channel.name().equals(name))
                .map(IncomingChannel::handler)
                .findFirst();
    }

    private void startWorker(IncomingChannel channel) {
        workers.keep(IncomingChannel.worker(channel.name()), () -> work(channel));
    }

    /** Runs until the service stops. Uncommitted records are delivered again. */
    private void work(IncomingChannel channel) {
        BatchSubscriber subscriber = channel.subscriber();
        Heartbeat heartbeat = channel.heartbeat();
        long lookAtNanos = System.nanoTime();
        try {
            while (!workers.isStopping()) {
                if (System.nanoTime() - lookAtNanos >= 0) {
                    handleKept(channel);
                    heartbeat.idle();
                    lookAtNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(keptEveryMillis);
                }
                processor.awaitTurn(channel);
                List<IncomingRecord> batch = subscriber.take(batchSize, IDLE_MILLIS);
                if (!batch.isEmpty()) {
                    heartbeat.working();
                    long begin = System.nanoTime();
                    processor.process(channel, batch);
                    heartbeat.idle();
                    if (batch.size() < batchSize) {
                        workers.linger(begin, batch.size());
                    }
                }
            }
        } catch (InterruptedException e) {
            LOG.log(Level.FINE, "{0}: the channel was stopped during a batch", channel.name());
        }
    }

    /**
     * Handles kept events at startup and then periodically, because replicas of an older version may still run. Events
     * that fail stay in the table until the next run.
     */
    private void handleKept(IncomingChannel channel) {
        try {
            long last = 0;
            List<KeptEvent> events;
            do {
                channel.heartbeat().working();
                events = kept.known(channel.name(), last, batchSize);
                last = events.isEmpty() ? last : events.getLast().seq();
                kept.forget(events.stream()
                        .filter(event -> attempts.isKeptDone(channel, event.source()))
                        .toList());
            } while (events.size() == batchSize && !workers.isStopping());
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "{0}: kept events will be read again in {1} ms: {2}", new Object[] {
                channel.name(), keptEveryMillis, LogText.of(FailureSummary.of(failure))
            });
        }
    }
}
