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
 * The open streams of this server. Each one holds a slot until it ends, and the number of slots is limited. The life of
 * a stream is limited, too, because a disconnected client may go undetected.
 */
final class OpenStreams implements OrderStream.Owner {

    private static final int RETRY_AFTER_SECONDS = 10;

    private final Set<OrderStream> streams = ConcurrentHashMap.newKeySet();
    private final Semaphore slots;
    private final int backlog;
    private final Duration longestLife;
    private final Runnable drained;
    private volatile boolean stopping;

    /**
     * @param connections maximum number of open streams
     * @param backlog maximum number of buffered transitions per client
     * @param longestLife maximum life of a stream
     * @param drained called when a client has received everything in its buffer
     */
    OpenStreams(int connections, int backlog, Duration longestLife, Runnable drained) {
        this.slots = new Semaphore(connections);
        this.backlog = backlog;
        this.longestLife = longestLife;
        this.drained = drained;
    }

    /**
     * Turns the response into a stream. A HEAD request gets the headers only and takes no slot.
     *
     * @throws ProblemException 503 if no slot is free or the server is stopping
     */
    void open(AsyncContext context, StreamCursor cursor) {
        if (context.getRequest() instanceof HttpServletRequest request && HttpMethod.HEAD.equals(request.getMethod())) {
            begin(context);
            context.complete();
            return;
        }
        if (stopping || !slots.tryAcquire()) {
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
                slots.release();
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

    /** A random 75 to 100 % of the maximum life, so that clients do not reconnect at the same time. */
    private Duration life() {
        long most = longestLife.toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most - most / 4, most + 1));
    }

    List<OrderStream> all() {
        return List.copyOf(streams);
    }

    /**
     * Ends the streams that have reached their maximum life.
     *
     * @param silence time without output after which a stream gets a heartbeat
     */
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
            slots.release();
        }
    }
}
