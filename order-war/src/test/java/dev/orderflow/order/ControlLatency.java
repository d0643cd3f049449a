package dev.orderflow.order;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.orderflow.localstack.launcher.TestEnvironment;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/** Measures an uncached read of the catalogue at the same time, as a baseline for the latency on a busy machine. */
final class ControlLatency implements AutoCloseable {

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong longest = new AtomicLong();
    private final Future<?> looking;

    ControlLatency() {
        api.get("/api/products?limit=1"); // the first request takes longer
        looking = thread.scheduleAtFixedRate(this::look, 0, 20, MILLISECONDS);
    }

    private void look() {
        long begin = System.nanoTime();
        api.get("/api/products?limit=1");
        longest.accumulateAndGet(System.nanoTime() - begin, Math::max);
    }

    /** Stops, and returns the longest latency. */
    Duration longest() {
        close();
        return Duration.ofNanos(longest.get());
    }

    @Override
    public void close() {
        looking.cancel(false);
        thread.close();
    }
}
