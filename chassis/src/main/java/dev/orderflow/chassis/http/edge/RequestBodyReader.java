package dev.orderflow.chassis.http.edge;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads request bodies before the application runs. At most two are read on server threads, because most bodies arrive
 * with their headers. While both are busy, virtual threads read the others. So slow clients block at most two server
 * threads.
 */
final class RequestBodyReader implements AutoCloseable {

    private static final int ON_SERVER_THREADS = 2;

    private final Semaphore serverThreads = new Semaphore(ON_SERVER_THREADS);
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("body-deadlines").factory());
    private final Duration limit;

    /** @param limit how long a virtual thread waits for a body */
    RequestBodyReader(Duration limit) {
        this.limit = limit;
        deadlines.setRemoveOnCancelPolicy(true);
    }

    static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Returns the request with its body; null if a later dispatch of an {@link AsyncBufferedRequest} continues it. */
    @Nullable
    BufferedRequest read(HttpServletRequest request, HttpServletResponse response) {
        if (!serverThreads.tryAcquire()) {
            readLater(request, response);
            return null;
        }
        try {
            var body = new BufferedRequest(request);
            body.read();
            return body;
        } finally {
            serverThreads.release();
        }
    }

    private void readLater(HttpServletRequest request, HttpServletResponse response) {
        var body = new AsyncBufferedRequest(request);
        AsyncContext later = request.startAsync(body, response);
        // Not Liberty's timeout: a dispatch from its listener leaks CDI's request context.
        later.setTimeout(0);
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
