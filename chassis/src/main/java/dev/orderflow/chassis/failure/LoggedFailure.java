package dev.orderflow.chassis.failure;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A copy of a failure that is safe to log: with its stack and causes, but without messages that may contain data. */
public final class LoggedFailure extends Throwable {

    private static final long serialVersionUID = 1;
    private static final int MAX_CAUSES = 20;

    private LoggedFailure(Throwable failure, int depth) {
        super(description(failure), causeOf(failure, depth));
        setStackTrace(failure.getStackTrace());
    }

    /** Logs a failure with its stack. All code logs stacks through this method. */
    public static void log(Logger log, Level level, String what, Throwable failure) {
        if (log.isLoggable(level)) {
            log.log(level, what, of(failure));
        }
    }

    /**
     * Returns a safe copy, to be the cause of an exception that others may log. Liberty logs every exception that
     * leaves a transaction.
     */
    public static Throwable of(Throwable failure) {
        return new LoggedFailure(failure, 0);
    }

    private static @Nullable Throwable causeOf(Throwable failure, int depth) {
        @Nullable Throwable cause = failure.getCause();
        return cause == null || depth == MAX_CAUSES ? null : new LoggedFailure(cause, depth + 1);
    }

    private static String description(Throwable failure) {
        String text = FailureSummary.text(failure);
        String type = failure.getClass().getName();
        return text == null ? type : FailureSummary.line(type + ": " + text);
    }

    /** Keeps the stack of the original failure. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }

    /** Makes a stack trace begin with the original type. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return String.valueOf(getMessage());
    }
}
