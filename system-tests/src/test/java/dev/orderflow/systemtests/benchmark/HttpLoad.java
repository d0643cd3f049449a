package dev.orderflow.systemtests.benchmark;

import dev.orderflow.chassis.harness.http.RawAnswer;
import dev.orderflow.chassis.harness.http.RawHttp;
import dev.orderflow.chassis.harness.http.RawRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * HTTP/1.1 clients of a service.
 *
 * @param requests to send, in order
 * @param connections that stay open, which is the maximum number of concurrent requests
 * @param observer receives each response, on the thread that received it
 */
record HttpLoad(URI service, IntFunction<RawRequest> requests, int connections, Observer observer) {

    private static final long END = Long.MIN_VALUE;

    /** Receives responses. */
    @FunctionalInterface
    interface Observer {

        /**
         * Called for each response.
         *
         * @param dueNanos {@link System#nanoTime} when the request should have been sent
         */
        void answered(RawAnswer answer, long dueNanos);
    }

    HttpLoad observedBy(Observer other) {
        return new HttpLoad(service, requests, connections, other);
    }

    /** Returns when the next request is due; END if there is none. */
    @FunctionalInterface
    private interface Schedule {
        long start(int turn);
    }

    /**
     * Open loop: sends requests at a fixed rate, independent of responses. The latency of a late request counts from
     * when it was due.
     */
    LoadResponses openLoop(double perSecond, Duration time) {
        long begin = System.nanoTime();
        int all = (int) (perSecond * time.toMillis() / 1000);
        double interval = 1e9 / perSecond;
        return send(turn -> turn < all ? begin + (long) (turn * interval) : END);
    }

    /** Closed loop: each connection sends the next request after the previous response, while the gate is open. */
    LoadResponses closedLoop(Duration time, BooleanSupplier gate) {
        long end = System.nanoTime() + time.toNanos();
        return send(turn -> {
            while (!gate.getAsBoolean() && System.nanoTime() < end) {
                LockSupport.parkNanos(1_000_000);
            }
            long now = System.nanoTime();
            return now < end ? now : END;
        });
    }

    private LoadResponses send(Schedule schedule) {
        var answers = new LoadResponses();
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                clients.add(threads.submit(() -> send(schedule, next, answers)));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The load broke off", e);
        }
        return answers.end();
    }

    private void send(Schedule schedule, AtomicInteger next, LoadResponses answers) {
        try (var http = new RawHttp(service)) {
            int turn = next.getAndIncrement();
            for (long start = schedule.start(turn); start != END; start = schedule.start(turn)) {
                for (long early = start - System.nanoTime(); early > 0; early = start - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                RawAnswer answer = http.send(requests.apply(turn));
                answers.add(answer, System.nanoTime() - start);
                observer.answered(answer, start);
                turn = next.getAndIncrement();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
