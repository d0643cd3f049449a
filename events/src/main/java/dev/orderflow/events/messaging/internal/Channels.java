package dev.orderflow.events.messaging.internal;

import dev.orderflow.events.messaging.EventHandler;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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

    private record OpenChannel(String name, EventHandler handler, BatchSubscriber subscriber) {}

    @Resource
    ManagedThreadFactory threads;

    @Inject
    BatchProcessor processor;

    @Inject
    MessagingMetrics metrics;

    @Inject
    MessagingConfig config;

    private final List<OpenChannel> open = new CopyOnWriteArrayList<>();
    private final List<Thread> workers = new CopyOnWriteArrayList<>();
    private boolean started;

    /** Opens a channel; its records are handled once the channels have been started. */
    public synchronized Subscriber<Message<String>> open(String name, EventHandler handler) {
        OpenChannel channel = new OpenChannel(name, handler, new BatchSubscriber(config.consumerQueue()));
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

    /** Stops after the batch in hand, or within it: what was not committed is delivered again. */
    void stop() {
        workers.forEach(Thread::interrupt);
    }

    /** What is wrong with a channel, in words; empty when all live. */
    List<String> failures() {
        return open.stream()
                .filter(channel -> !channel.subscriber().isSubscribed()
                        || channel.subscriber().endedBy() != null)
                .map(channel ->
                        channel.name() + " ended by " + channel.subscriber().endedBy())
                .toList();
    }

    private void startWorker(OpenChannel channel) {
        Thread worker = threads.newThread(() -> work(channel));
        worker.setName("orderflow-channel-" + channel.name());
        worker.start();
        workers.add(worker);
    }

    private void work(OpenChannel channel) {
        try {
            while (!Thread.interrupted()) {
                List<Message<String>> batch = channel.subscriber().take(config.consumerBatch());
                processor.process(
                        channel.name(),
                        channel.handler(),
                        batch.stream().map(IncomingRecord::of).toList());
                channel.subscriber().acknowledge(batch);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.FINE, "{0}: the channel was stopped", channel.name());
        }
    }
}
