package dev.orderflow.chassis.telemetry;

import dev.orderflow.chassis.failure.LoggedFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Something that costs a query to know: it is asked for at most once in a while, however often its metric is read, and
 * is unknown while it cannot be asked for.
 */
public final class SampledValue<T> {

    private static final Logger LOG = Logger.getLogger(SampledValue.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Supplier<T> question;
    private @Nullable T answer;
    private long askedNanos = System.nanoTime() - PAUSE.toNanos();

    public SampledValue(Supplier<T> question) {
        this.question = question;
    }

    /** Empty when it could not be asked for: a metric then has no value, which is the right one. */
    public synchronized Optional<T> get() {
        if (System.nanoTime() - askedNanos >= PAUSE.toNanos()) {
            askedNanos = System.nanoTime();
            try {
                answer = question.get();
            } catch (RuntimeException away) {
                answer = null;
                LoggedFailure.log(LOG, Level.FINE, "A metric has no value", away);
            }
        }
        return Optional.ofNullable(answer);
    }
}
