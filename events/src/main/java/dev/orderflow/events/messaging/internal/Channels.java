package dev.orderflow.events.messaging.internal;

import dev.orderflow.events.health.Pulse;
import dev.orderflow.events.health.Pulses;
import dev.orderflow.events.messaging.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Subscriber;

/**
 * The incoming channels. The connector subscribes before the application has started and before Flyway has migrated, so
 * records queue up until {@link #start()}.
 */
@ApplicationScoped
public class Channels {

    private static final Logger LOG = Logger.getLogger(Channels.class.getName());

    /** So soon does a worker without work notice that it is to stop. */
    private static final long IDLE_MILLIS = 200;

    @Inject
    Workers workers;

    @Inject
    BatchProcessor processor;

    @Inject
    MessagingMetrics metrics;

    @Inject
    Pulses pulses;

    @Inject
    MessagingConfig config;

    private final List<IncomingChannel> open = new CopyOnWriteArrayList<>();
    private boolean started;

    /** Opens a channel; its records are handled once the channels have been started. */
    public synchronized Subscriber<Message<String>> open(String name, EventHandler handler) {
        IncomingChannel channel = new IncomingChannel(
                name, handler, new BatchSubscriber(config.consumerQueue()), pulses.of(IncomingChannel.worker(name)));
        open.add(channel);
        metrics.open(name);
        if (started) {
            startWorker(channel);
        }
        return channel.subscriber();
    }

    synchronized void start() {
        started = true;
        open.forEach(this::startWorker);
    }

    List<IncomingChannel> all() {
        return List.copyOf(open);
    }

    /** Who handles the records of a channel; nobody, if there is no such channel. */
    Optional<EventHandler> handler(String name) {
        return open.stream()
                .filter(channel -> channel.name().equals(name))
                .map(IncomingChannel::handler)
                .findFirst();
    }

    private void startWorker(IncomingChannel channel) {
        workers.keep(IncomingChannel.worker(channel.name()), () -> work(channel));
    }

    /** What is not committed when the worker ends is delivered again. */
    private void work(IncomingChannel channel) {
        BatchSubscriber subscriber = channel.subscriber();
        Pulse pulse = pulses.of(IncomingChannel.worker(channel.name()));
        try {
            while (!workers.isStopping()) {
                List<Message<String>> batch = subscriber.take(config.consumerBatch(), IDLE_MILLIS);
                if (!batch.isEmpty()) {
                    pulse.works();
                    long begin = System.nanoTime();
                    processor.process(
                            channel.name(),
                            channel.handler(),
                            batch.stream().map(IncomingRecord::of).toList());
                    subscriber.acknowledge(batch);
                    pulse.rests();
                    if (batch.size() < config.consumerBatch()) {
                        workers.rest(begin, batch.size());
                    }
                }
            }
        } catch (InterruptedException e) {
            LOG.log(Level.FINE, "{0}: the channel was stopped with a batch in hand", channel.name());
        }
    }
}
