package dev.orderflow.payment.simulator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers later, without holding a thread meanwhile: the container's own time-out is the clock. */
@ApplicationScoped
class DelayedAnswers {

    @Inject
    @ConfigProperty(name = "simulator.slow-ms")
    long slowMillis;

    @Inject
    @ConfigProperty(name = "simulator.hold-ms")
    long holdMillis;

    void slowly(AsyncResponse answer, Charge charge) {
        later(answer, charge, slowMillis);
    }

    /** Long after the caller has given up. */
    void tooLate(AsyncResponse answer) {
        later(answer, Response.status(Response.Status.GATEWAY_TIMEOUT).build(), holdMillis);
    }

    private static void later(AsyncResponse answer, Object result, long delayMillis) {
        answer.setTimeoutHandler(waiting -> waiting.resume(result));
        answer.setTimeout(delayMillis, TimeUnit.MILLISECONDS);
    }
}
