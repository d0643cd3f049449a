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
 * The streams that are open in this server. One thread reads for all of them, and waits while there are none; a timer
 * looks after them, whatever the database does meanwhile.
 */
@ApplicationScoped
public class OrderStreams {

    private static final Logger LOG = Logger.getLogger(OrderStreams.class.getName());
    private static final Duration BEAT_EVERY = Duration.ofMillis(500);
    private static final Duration BACK_OFF = Duration.ofSeconds(2);
    private static final int FAILURES_OF_A_MINUTE = 30;

    @Resource
    ManagedThreadFactory threads;

    @Resource
    ManagedScheduledExecutorService timer;

    @Inject
    StreamReader reader;

    /** Pause between two looks for new steps. */
    @Inject
    @ConfigProperty(name = "orderflow.stream.poll-ms")
    long pollMillis;

    /** A stream is silent for so long at most. */
    @Inject
    @ConfigProperty(name = "orderflow.stream.heartbeat-ms")
    long heartbeatMillis;

    /** Most streams that are open at once in this server. */
    @Inject
    @ConfigProperty(name = "orderflow.stream.connections")
    int connections;

    /** Most steps that wait in memory for one client. */
    @Inject
    @ConfigProperty(name = "orderflow.stream.backlog")
    int backlog;

    /** A stream ends after this at the latest, and its client comes back. */
    @Inject
    @ConfigProperty(name = "orderflow.stream.longest-life-s")
    long longestLifeSeconds;

    @Inject
    Heartbeats heartbeats;

    private final Semaphore wake = new Semaphore(0);
    /**
     * Liberty waits up to 30 s for open connections before it tells the application that it stops; the JVM tells at
     * once.
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
                this::beat, BEAT_EVERY.toMillis(), BEAT_EVERY.toMillis(), TimeUnit.MILLISECONDS);
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
     * @param context of the request; from now on nobody else uses it
     * @param orderId of the one order that is followed; null for all
     * @param position after which the stream begins
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

    /** Nothing is lost: what was not read is read when the database is back. */
    private void pauseAfter(RuntimeException failure, int failuresBefore) throws InterruptedException {
        if (failuresBefore % FAILURES_OF_A_MINUTE == 0) {
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
