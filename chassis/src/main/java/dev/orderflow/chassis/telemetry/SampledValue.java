package dev.orderflow.chassis.telemetry;

import dev.orderflow.chassis.failure.LoggedFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A value that needs a query. It is queried at most every five seconds, however often its metric is read. It has no
 * value while the query fails.
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

    /** Empty if the query failed; then the metric has no value. */
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
