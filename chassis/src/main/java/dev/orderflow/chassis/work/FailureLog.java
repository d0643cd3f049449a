package dev.orderflow.chassis.work;

import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.chassis.failure.FailureKind;
import dev.orderflow.chassis.failure.LoggedFailure;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of work that is tried again whenever it fails. A new failure is told with its stack, and in a line
 * each time it comes again; what passes by itself is told in a line from the first. For one thread at a time.
 */
public final class FailureLog {

    private final Logger log;
    private final String what;
    private @Nullable String last;

    /** @param what the log says; the cause follows it */
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

    /** From now on, the same failure is a new one. */
    public void worked() {
        last = null;
    }
}
