package dev.orderflow.systemtests.benchmark;

import dev.orderflow.chassis.harness.http.RawAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The responses of a load and their latencies. */
final class LoadResponses {

    private static final long LONGEST_NANOS = Duration.ofMinutes(5).toNanos();

    private final Histogram latencies = new ConcurrentHistogram(LONGEST_NANOS, 3);
    private final ConcurrentMap<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final LongAdder withRetryAfter = new LongAdder();
    private final long begin = System.nanoTime();
    private long nanos;

    /** @param latency from when the request was due */
    void add(RawAnswer answer, long latency) {
        latencies.recordValue(Math.min(LONGEST_NANOS, latency));
        statuses.computeIfAbsent(answer.status(), unused -> new LongAdder()).increment();
        if (answer.fields().containsKey("retry-after")) {
            withRetryAfter.increment();
        }
    }

    LoadResponses end() {
        nanos = System.nanoTime() - begin;
        return this;
    }

    double seconds() {
        return nanos / 1e9;
    }

    long count(int status) {
        LongAdder adder = statuses.get(status);
        return adder == null ? 0 : adder.sum();
    }

    /** Throws unless every response has one of these statuses. */
    void requireOnly(Integer... expected) {
        if (!Set.of(expected).containsAll(statuses.keySet())) {
            throw new IllegalStateException("Answers by status: " + Map.copyOf(statuses));
        }
    }

    long withRetryAfter() {
        return withRetryAfter.sum();
    }

    double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }
}
