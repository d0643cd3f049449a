package dev.orderflow.order.rest.stream;

import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.work.Heartbeat;
import dev.orderflow.chassis.work.Heartbeats;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The streams of this server. One thread reads new transitions for all of them, and sleeps while there are none. A
 * timer sends heartbeats and ends streams, even if the database does not respond.
 */
@ApplicationScoped
public class OrderStreams {

    private static final Logger LOG = Logger.getLogger(OrderStreams.class.getName());
    private static final Duration BEAT_INTERVAL = Duration.ofMillis(500);
    private static final Duration BACK_OFF = Duration.ofSeconds(2);
    private static final int FAILURES_PER_WARNING = 30;

    @Resource
    ManagedThreadFactory threads;

    @Resource
    ManagedScheduledExecutorService timer;

    @Inject
    StreamReader reader;

    /** Interval at which new transitions are read. */
    @Inject
    @ConfigProperty(name = "orderflow.stream.poll-ms")
    long pollMillis;

    /** Maximum time between two writes on a stream. */
    @Inject
    @ConfigProperty(name = "orderflow.stream.heartbeat-ms")
    long heartbeatMillis;

    /** Maximum number of open streams. */
    @Inject
    @ConfigProperty(name = "orderflow.stream.connections")
    int connections;

    /** Maximum number of buffered transitions per client. */
    @Inject
    @ConfigProperty(name = "orderflow.stream.backlog")
    int backlog;

    /** Maximum life of a stream; its client then reconnects. */
    @Inject
    @ConfigProperty(name = "orderflow.stream.longest-life-s")
    long longestLifeSeconds;

    @Inject
    Heartbeats heartbeats;

    private final Semaphore wake = new Semaphore(0);
    /**
     * Liberty waits up to 30 s for open connections before it notifies the application of a shutdown. The JVM runs its
     * shutdown hooks at once.
     */
    private final Thread exit = new Thread(this::endAll, "orderflow-streams-end");

    private volatile @Nullable OpenStreams open;
    private @Nullable Thread poller;
    private @Nullable Future<?> beating;

    void start(@Observes Startup event) {
        open = new OpenStreams(connections, backlog, Duration.ofSeconds(longestLifeSeconds), wake::release);
        Runtime.getRuntime().addShutdownHook(exit);
        Heartbeat heartbeat = heartbeats.of("streams");
        poller = threads.newThread(heartbeat.watch(() -> run(heartbeat)));
        poller.setName("orderflow-streams");
        poller.start();
        beating = timer.scheduleWithFixedDelay(
                this::beat, BEAT_INTERVAL.toMillis(), BEAT_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes Shutdown event) {
        endAll();
        if (poller != null) {
            poller.interrupt();
        }
        if (beating != null) {
            beating.cancel(false);
        }
        try {
            Runtime.getRuntime().removeShutdownHook(exit);
        } catch (IllegalStateException e) {
            LoggedFailure.log(LOG, Level.FINE, "The whole server stops", e);
        }
    }

    private void endAll() {
        OpenStreams ending = open;
        if (ending != null) {
            ending.endAll();
        }
    }

    private OpenStreams streams() {
        OpenStreams started = open;
        if (started == null) {
            throw StreamStart.starting();
        }
        return started;
    }

    /**
     * Turns the response into a stream.
     *
     * @param context of the request; only the stream uses it from now on
     * @param orderId the order to follow; null for all orders
     * @param position the stream begins after this position
     * @throws ProblemException 503 if no stream can be opened now
     */
    void open(AsyncContext context, @Nullable UUID orderId, long position) {
        streams().open(context, new StreamCursor(orderId, position));
        wake.release();
    }

    private void beat() {
        streams().beat(Duration.ofMillis(heartbeatMillis));
    }

    private void run(Heartbeat heartbeat) {
        int failures = 0;
        try {
            while (!Thread.interrupted()) {
                try {
                    pass(heartbeat);
                    failures = 0;
                } catch (RuntimeException e) {
                    heartbeat.failed(e, BACK_OFF);
                    pauseAfter(e, failures++);
                }
            }
        } catch (InterruptedException e) {
            LOG.fine("The streams were stopped");
        }
    }

    private void pass(Heartbeat heartbeat) throws InterruptedException {
        heartbeat.working();
        List<OrderStream> streams = streams().all();
        if (streams.isEmpty()) {
            reader.rest();
            heartbeat.idle();
            wake.acquire();
        } else if (!reader.pass(streams)) {
            Duration untilNext = Duration.ofMillis(pollMillis);
            heartbeat.pausing(untilNext);
            pause(untilNext);
        }
    }

    /** No transition is lost: the next successful pass starts where the last one ended. */
    private void pauseAfter(RuntimeException failure, int failuresBefore) throws InterruptedException {
        if (failuresBefore % FAILURES_PER_WARNING == 0) {
            LoggedFailure.log(LOG, Level.WARNING, "The streams wait for the database", failure);
        }
        pause(BACK_OFF);
    }

    private void pause(Duration duration) throws InterruptedException {
        if (wake.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }
}
