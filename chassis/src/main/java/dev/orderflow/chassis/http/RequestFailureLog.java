package dev.orderflow.chassis.http;

import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.telemetry.LogText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs the details that a problem response leaves out, with the trace id of the response. */
public final class RequestFailureLog {

    private static final Logger LOG = Logger.getLogger(RequestFailureLog.class.getName());

    private RequestFailureLog() {}

    public static void log(HttpServletRequest request, Throwable failure) {
        LoggedFailure.log(LOG, Level.SEVERE, what(request), failure);
    }

    /**
     * Logs one line without a stack. For transient failures and client errors, which come in large numbers and need no
     * stack.
     */
    static void logCause(HttpServletRequest request, Throwable failure) {
        LOG.warning(() -> what(request) + ": " + LogText.of(FailureSummary.of(failure)));
    }

    private static String what(HttpServletRequest request) {
        return "%s %s failed, trace id %s"
                .formatted(
                        LogText.of(Problems.method(request)), LogText.of(Problems.path(request)), TraceId.of(request));
    }
}
