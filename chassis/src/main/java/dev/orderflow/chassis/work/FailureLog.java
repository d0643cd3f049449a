package dev.orderflow.chassis.work;

import dev.orderflow.chassis.failure.FailureKind;
import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.chassis.failure.LoggedFailure;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Logs the failures of work that is retried. A new failure is logged with its stack, its repetitions in one line each.
 * A transient failure is always logged in one line. Not thread-safe.
 */
public final class FailureLog {

    private final Logger log;
    private final String what;
    private @Nullable String last;

    /** @param what beginning of each log line; the cause follows it */
    public FailureLog(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    public void failed(RuntimeException failure) {
        String cause = FailureSummary.of(failure);
        boolean brief = cause.equals(last) || FailureKind.of(failure) == FailureKind.TRANSIENT;
        last = cause;
        if (brief) {
            log.warning(what + ": " + cause);
        } else {
            LoggedFailure.log(log, Level.WARNING, what + ": " + cause, failure);
        }
    }

    /** Resets the log: the next failure counts as new. */
    public void worked() {
        last = null;
    }
}
