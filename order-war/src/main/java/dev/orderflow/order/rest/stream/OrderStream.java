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
 * The connection to one client. What is to be sent waits in a queue of limited length; a virtual thread that lives no
 * longer than there is something to send writes it, and waits for the client where the others need not. Nobody else
 * touches the response, so that it is left alone once it is completed, when the server may use it for somebody else.
 */
final class OrderStream {

    private static final Logger LOG = Logger.getLogger(OrderStream.class.getName());
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(US_ASCII);

    /** Is told what becomes of a stream. */
    interface Owner {

        /** The client has taken all that waited for it, and there may be more for it in the database. */
        void drained();

        /** Called once. */
        void ended(OrderStream stream);
    }

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Owner owner;
    private final StreamCursor cursor;
    private final BlockingQueue<byte[]> waiting;
    private final AtomicInteger turns = new AtomicInteger();
    private final long overAt;
    private long lastPage;

    private volatile boolean behind;
    private volatile boolean heartbeatDue;
    private volatile boolean ending;
    private volatile int inFlight;
    private volatile long idleSince = System.nanoTime();

    /**
     * @param backlog most steps that wait
     * @param life after which the stream is over
     */
    OrderStream(AsyncContext context, StreamCursor cursor, int backlog, Duration life, Owner owner) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.cursor = cursor;
        this.owner = owner;
        this.waiting = new ArrayBlockingQueue<>(backlog);
        this.overAt = System.nanoTime() + life.toNanos();
        // A client that reconnects before its first event has a Last-Event-ID, too.
        waiting.add("id: %d\n\n".formatted(cursor.position()).getBytes(US_ASCII));
    }

    @Nullable
    UUID orderId() {
        return cursor.orderId();
    }

    long position() {
        return cursor.position();
    }

    /** Whether steps up to there may still be due. */
    boolean isBehind(long end) {
        behind = cursor.isBefore(end);
        return behind;
    }

    /** Number of the last page that was read for this client alone; 0 before the first. */
    long lastPage() {
        return lastPage;
    }

    void lastPage(long number) {
        lastPage = number;
    }

    /** How many steps may be sent now; none before the client has taken half of what it was sent. */
    int room() {
        int room = waiting.remainingCapacity() - inFlight;
        return room < inFlight + waiting.size() ? 0 : room;
    }

    /**
     * Sends what the client has not had yet, as far as there is room.
     *
     * @param steps nothing that the client follows is missing in them up to {@code end}
     */
    void send(List<StepEvent> steps, long end) {
        List<StepEvent> picked = cursor.pick(steps, end, room());
        if (!picked.isEmpty()) {
            picked.forEach(event -> waiting.add(event.bytes()));
            write();
        }
    }

    /** Says something when nothing was said for so long. */
    void beat(long silenceNanos) {
        if (System.nanoTime() - idleSince >= silenceNanos) {
            heartbeatDue = true;
            write();
        }
    }

    /** Whether the stream has reached its longest life. */
    boolean isOver() {
        return System.nanoTime() - overAt >= 0;
    }

    /** Closes the connection when all that was begun is written. */
    void end() {
        ending = true;
        write();
    }

    /** Of all who have something to write, the first does it for the others too. */
    private void write() {
        if (turns.getAndIncrement() == 0) {
            try {
                Thread.ofVirtual().name("order-stream").start(this::takeTurns);
            } catch (RejectedExecutionException | OutOfMemoryError noThread) {
                // The JVM cannot start a thread now. The next heartbeat tries again; other streams must not fail, too.
                turns.set(0);
                LoggedFailure.log(LOG, Level.WARNING, "No thread could be started to write a stream", noThread);
            }
        }
    }

    private void takeTurns() {
        boolean usable = false;
        try {
            int done = 1;
            do {
                usable = !ending && writeAll();
                done = usable ? turns.addAndGet(-done) : 0;
            } while (done != 0);
        } finally {
            if (!usable) {
                complete();
            }
        }
    }

    /** Whether the connection can still be used. */
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
