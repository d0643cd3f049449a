package dev.orderflow.order.rest.stream;

import dev.orderflow.chassis.http.ProblemException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The open streams. Each takes one of a limited number of places and frees it when it ends. A stream has a longest
 * life, because not every disconnected client is noticed.
 */
final class OpenStreams implements OrderStream.Owner {

    private static final int RETRY_AFTER_SECONDS = 10;

    private final Set<OrderStream> streams = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private final int backlog;
    private final Duration longestLife;
    private final Runnable drained;
    private volatile boolean stopping;

    /**
     * @param connections most streams at once
     * @param backlog most steps that wait for one client
     * @param drained called when a client has received all steps that were queued for it
     */
    OpenStreams(int connections, int backlog, Duration longestLife, Runnable drained) {
        this.places = new Semaphore(connections);
        this.backlog = backlog;
        this.longestLife = longestLife;
        this.drained = drained;
    }

    /**
     * Turns the response into a stream. A HEAD gets the headers of a stream, and takes no place.
     *
     * @throws ProblemException 503 when all places are taken, or the server stops
     */
    void open(AsyncContext context, StreamCursor cursor) {
        if (context.getRequest() instanceof HttpServletRequest request && HttpMethod.HEAD.equals(request.getMethod())) {
            begin(context);
            context.complete();
            return;
        }
        if (stopping || !places.tryAcquire()) {
            throw new ProblemException(
                            Status.SERVICE_UNAVAILABLE,
                            "too-many-streams",
                            "This server has reached its maximum number of open streams. Retry later.")
                    .retryAfter(RETRY_AFTER_SECONDS);
        }
        @Nullable OrderStream stream = null;
        try {
            begin(context);
            stream = new OrderStream(context, cursor, backlog, life(), this);
            streams.add(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (stream == null) {
                places.release();
            }
        }
        stream.beat(0);
        if (stopping) {
            stream.end();
        }
    }

    private static void begin(AsyncContext context) {
        try {
            context.setTimeout(0);
            var response = (HttpServletResponse) context.getResponse();
            response.setContentType(MediaType.SERVER_SENT_EVENTS);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Between three quarters of the longest life and all of it, so that clients do not all come back at once. */
    private Duration life() {
        long most = longestLife.toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most - most / 4, most + 1));
    }

    List<OrderStream> all() {
        return List.copyOf(streams);
    }

    /** Ends streams that have reached their longest life, and sends a heartbeat on those that are idle. */
    void beat(Duration silence) {
        for (OrderStream stream : streams) {
            if (stream.isOver()) {
                stream.end();
            } else {
                stream.beat(silence.toNanos());
            }
        }
    }

    void endAll() {
        stopping = true;
        streams.forEach(OrderStream::end);
    }

    @Override
    public void drained() {
        drained.run();
    }

    @Override
    public void ended(OrderStream stream) {
        if (streams.remove(stream)) {
            places.release();
        }
    }
}
