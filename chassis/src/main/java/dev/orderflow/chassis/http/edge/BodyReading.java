package dev.orderflow.chassis.http.edge;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads bodies before the application runs. A few are read by the threads that serve requests, because most bodies come
 * with their heads; while those are busy, the others are read by virtual threads. So clients that send slowly, or not
 * at all, take no more than a few of the server's threads.
 */
final class BodyReading implements AutoCloseable {

    private static final int ON_SERVER_THREADS = 2;

    private final Semaphore serverThreads = new Semaphore(ON_SERVER_THREADS);
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("body-deadlines").factory());
    private final Duration limit;

    /** @param limit how long a virtual thread waits for a body */
    BodyReading(Duration limit) {
        this.limit = limit;
        deadlines.setRemoveOnCancelPolicy(true);
    }

    static boolean concerns(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Goes on in the chain with the whole body, now or in a dispatch of its own with a {@link LateBody}. */
    void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!serverThreads.tryAcquire()) {
            readLater(request, response);
            return;
        }
        var body = new WholeBody(request);
        try {
            body.read();
        } finally {
            serverThreads.release();
        }
        chain.doFilter(body, response);
    }

    private void readLater(HttpServletRequest request, HttpServletResponse response) {
        var body = new LateBody(request);
        AsyncContext later = request.startAsync(body, response);
        later.setTimeout(0); // not Liberty's: a dispatch from its listener leaves CDI's request context behind
        var deadline = deadlines.schedule(() -> body.end(later, false), limit.toMillis(), TimeUnit.MILLISECONDS);
        Thread.ofVirtual().name("body").start(() -> {
            body.read();
            deadline.cancel(false);
            body.end(later, true);
        });
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }
}
