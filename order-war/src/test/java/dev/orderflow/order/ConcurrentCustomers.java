package dev.orderflow.order;

import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Places orders one after the other, without retries. Thread-safe. */
final class ConcurrentCustomers implements Runnable {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final LoadBalancer balancer;
    private final Consumer<UUID> afterwards;
    private final Queue<UUID> placed = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    ConcurrentCustomers(LoadBalancer balancer, Consumer<UUID> afterwards) {
        this.balancer = balancer;
        this.afterwards = afterwards;
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                HttpResponse<String> answer =
                        balancer.next().place(UUID.randomUUID().toString(), "c-rolling", "BOOK-001", 1);
                if (answer.statusCode() == 201) {
                    UUID order = UUID.fromString(answer.headers()
                            .firstValue("Location")
                            .orElseThrow()
                            .replaceFirst(".*/", ""));
                    placed.add(order);
                    afterwards.accept(order);
                } else {
                    failures.add(answer.statusCode() + " " + answer.body());
                }
            } catch (RuntimeException failure) {
                failures.add(failure.toString());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    void stop() {
        stopped = true;
    }

    List<UUID> placed() {
        return List.copyOf(placed);
    }

    Collection<String> failures() {
        return failures;
    }
}
