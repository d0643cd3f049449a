package dev.orderflow.order.rest.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.orderflow.chassis.failure.LoggedFailure;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The connection to one client. Events wait in a bounded buffer. A virtual thread writes them, so a slow client blocks
 * no other, and ends when the buffer is empty. Only this thread uses the response, and never after completing it,
 * because Liberty reuses response objects.
 */
final class OrderStream {

    private static final Logger LOG = Logger.getLogger(OrderStream.class.getName());
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(US_ASCII);

    /** Callbacks of a stream. */
    interface Owner {

        /** The buffer is empty, but the database may have more transitions for this client. */
        void drained();

        /** The stream has ended. Called once. */
        void ended(OrderStream stream);
    }

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Owner owner;
    private final StreamCursor cursor;
    private final BlockingQueue<byte[]> waiting;
    private final AtomicInteger writeRequests = new AtomicInteger();
    private final long overAt;
    private long lastPage;

    private volatile boolean behind;
    private volatile boolean heartbeatDue;
    private volatile boolean ending;
    private volatile int inFlight;
    private volatile long idleSince = System.nanoTime();

    /**
     * @param backlog maximum number of buffered transitions
     * @param life time after which the stream must end
     */
    OrderStream(AsyncContext context, StreamCursor cursor, int backlog, Duration life, Owner owner) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.cursor = cursor;
        this.owner = owner;
        this.waiting = new ArrayBlockingQueue<>(backlog);
        this.overAt = System.nanoTime() + life.toNanos();
        // Gives the client a Last-Event-ID even if it reconnects before its first event.
        waiting.add("id: %d\n\n".formatted(cursor.position()).getBytes(US_ASCII));
    }

    @Nullable
    UUID orderId() {
        return cursor.orderId();
    }

    long position() {
        return cursor.position();
    }

    /** Whether transitions up to this position may still have to be sent. */
    boolean isBehind(long end) {
        behind = cursor.isBefore(end);
        return behind;
    }

    /** Number of the last page that was read for this client only; 0 before the first. */
    long lastPage() {
        return lastPage;
    }

    void lastPage(long number) {
        lastPage = number;
    }

    /** How many transitions fit into the buffer now; 0 until at least half of it is free. */
    int room() {
        int room = waiting.remainingCapacity() - inFlight;
        return room < inFlight + waiting.size() ? 0 : room;
    }

    /**
     * Queues the events that the client has not received yet, as far as there is room.
     *
     * @param events must contain every event up to {@code end} that the client follows
     */
    void send(List<StepEvent> events, long end) {
        List<StepEvent> picked = cursor.pick(events, end, room());
        if (!picked.isEmpty()) {
            picked.forEach(event -> waiting.add(event.bytes()));
            write();
        }
    }

    /** Sends a heartbeat if nothing was sent for this long. */
    void beat(long silenceNanos) {
        if (System.nanoTime() - idleSince >= silenceNanos) {
            heartbeatDue = true;
            write();
        }
    }

    /** Whether the stream has reached its maximum life. */
    boolean isOver() {
        return System.nanoTime() - overAt >= 0;
    }

    /** Closes the connection after the write in progress. */
    void end() {
        ending = true;
        write();
    }

    /** Requests a write. The first request starts a thread, which also serves the requests made while it runs. */
    private void write() {
        if (writeRequests.getAndIncrement() == 0) {
            try {
                Thread.ofVirtual().name("order-stream").start(this::serveRequests);
            } catch (RejectedExecutionException | OutOfMemoryError noThread) {
                // Not rethrown: other streams must not fail, too. The next heartbeat tries again.
                writeRequests.set(0);
                LoggedFailure.log(LOG, Level.WARNING, "No thread could be started to write a stream", noThread);
            }
        }
    }

    private void serveRequests() {
        boolean usable = false;
        try {
            int done = 1;
            do {
                usable = !ending && writeAll();
                done = usable ? writeRequests.addAndGet(-done) : 0;
            } while (done != 0);
        } finally {
            if (!usable) {
                complete();
            }
        }
    }

    /** Writes everything that is queued. Returns false if the connection has failed. */
    private boolean writeAll() {
        try {
            for (byte[] next = next(); next.length > 0; next = next()) {
                idleSince = System.nanoTime();
                out.write(next);
                out.flush();
            }
        } catch (IOException | RuntimeException failure) {
            LoggedFailure.log(LOG, Level.FINE, "A client is gone", failure);
            return false;
        }
        if (behind) {
            owner.drained();
        }
        return true;
    }

    private byte[] next() {
        List<byte[]> events = new ArrayList<>();
        waiting.drainTo(events);
        inFlight = events.size();
        if (heartbeatDue) {
            heartbeatDue = false;
            events.add(HEARTBEAT);
        }
        var bytes = new ByteArrayOutputStream();
        events.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private void complete() {
        try {
            context.complete();
        } catch (RuntimeException failure) {
            LoggedFailure.log(LOG, Level.FINE, "A client was gone", failure);
        } finally {
            owner.ended(this);
        }
    }
}
