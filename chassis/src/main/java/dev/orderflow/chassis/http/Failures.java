package dev.orderflow.chassis.http;

import dev.orderflow.chassis.failure.Cause;
import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.telemetry.LogText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs what callers are not told, under the trace id that they are told. */
public final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class.getName());

    private Failures() {}

    public static void log(HttpServletRequest request, Throwable failure) {
        LoggedFailure.log(LOG, Level.SEVERE, what(request), failure);
    }

    /**
     * One line: what passes by itself, or is the caller's, comes in thousands, and a stack says nothing that its cause
     * does not.
     */
    static void logCause(HttpServletRequest request, Throwable failure) {
        LOG.warning(() -> what(request) + ": " + LogText.of(Cause.of(failure)));
    }

    private static String what(HttpServletRequest request) {
        return "%s %s failed, trace id %s"
                .formatted(
                        LogText.of(Problems.method(request)), LogText.of(Problems.path(request)), TraceId.of(request));
    }
}
