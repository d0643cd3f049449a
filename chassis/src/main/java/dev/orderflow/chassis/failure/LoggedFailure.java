package dev.orderflow.chassis.failure;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A failure as the log shows it, and what exports the log: with its stack and its causes, but of their messages only
 * what {@link FailureSummary} lets pass.
 */
public final class LoggedFailure extends Throwable {

    private static final long serialVersionUID = 1;
    private static final int MAX_CAUSES = 20;

    private LoggedFailure(Throwable failure, int depth) {
        super(description(failure), causeOf(failure, depth));
        setStackTrace(failure.getStackTrace());
    }

    /** The only way to log a failure with its stack. */
    public static void log(Logger log, Level level, String what, Throwable failure) {
        if (log.isLoggable(level)) {
            log.log(level, what, of(failure));
        }
    }

    /** To be the cause of another failure, where others may log that: Liberty does, of what leaves a transaction. */
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

    /** The stack is that of the failure. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }

    /** What a stack trace begins with is the failure's type, not ours. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return String.valueOf(getMessage());
    }
}
