package dev.orderflow.chassis.http.edge;

import io.opentelemetry.context.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request whose body is read by a virtual thread. A dispatch then continues the request. */
final class AsyncBufferedRequest extends BufferedRequest {

    private final Context trace;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean missed;

    AsyncBufferedRequest(HttpServletRequest request) {
        super(request);
        trace = Context.current();
    }

    /** Dispatches the request once: with its body, or without it after the timeout. */
    void end(AsyncContext request, boolean inTime) {
        if (ended.compareAndSet(false, true)) {
            missed = !inTime;
            request.dispatch();
        }
    }

    @Override
    boolean isLate() {
        return missed || super.isLate();
    }

    /** The trace of the request, which continues on another thread. */
    Context trace() {
        return trace;
    }
}
