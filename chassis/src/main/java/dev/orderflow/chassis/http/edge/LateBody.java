package dev.orderflow.chassis.http.edge;

import io.opentelemetry.context.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicBoolean;

/** A body that a virtual thread reads, while its request waits for a dispatch. */
final class LateBody extends WholeBody {

    private final Context trace;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean missed;

    LateBody(HttpServletRequest request) {
        super(request);
        trace = Context.current();
    }

    /** Has the request go on, once: with the body, or without it because it did not come in time. */
    void end(AsyncContext request, boolean inTime) {
        if (ended.compareAndSet(false, true)) {
            missed = !inTime;
            request.dispatch();
        }
    }

    boolean isMissed() {
        return missed;
    }

    /** Of the request, which goes on on another thread than it began on. */
    Context trace() {
        return trace;
    }
}
