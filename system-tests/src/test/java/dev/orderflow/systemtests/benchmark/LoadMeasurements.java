package dev.orderflow.systemtests.benchmark;

import dev.orderflow.chassis.harness.http.RawRequest;
import dev.orderflow.localstack.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Measures the system under one kind of load at a time. */
record LoadMeasurements(BenchmarkSystem bench, BenchmarkResults results) {

    private static final Duration RUN = Duration.ofSeconds(15);
    private static final Duration SHORT_RUN = Duration.ofSeconds(6);
    /** Long enough for the backlog to exceed the limits of admission control. */
    private static final Duration OVERLOAD = Duration.ofSeconds(30);

    /** Places orders while the other two services are suspended, and then lets them finish without new load. */
    void creates() {
        bench.stack().server(ServiceName.INVENTORY).pause();
        bench.stack().server(ServiceName.PAYMENT).pause();
        bench.awaitZeroRate();
        long before = bench.processors().allocated(ServiceName.ORDER);
        LoadResponses answers =
                bench.orders("creates", BenchmarkSystem.SKUS, 32).closedLoop(SHORT_RUN, () -> true);
        long after = bench.processors().allocated(ServiceName.ORDER);
        bench.stack().server(ServiceName.PAYMENT).resume();
        bench.stack().server(ServiceName.INVENTORY).resume();
        answers.requireOnly(201, 503);
        double rate = answers.count(201) / answers.seconds();
        results.add("orders created, /s", rate);
        results.add("orders created: answered, p99, ms", answers.millis(99));
        results.add("allocated per order created, KiB", (after - before) / 1024.0 / answers.count(201));
        results.atLeast("orders created / L2", rate / results.of("L2, /s"), 0.6);
        results.add(
                "orders created / PostgreSQL alone",
                rate / results.of("PostgreSQL alone: orders created, 32 connections, /s"));
        long begin = System.nanoTime();
        bench.awaitAllFinal();
        results.add("backlog drained, /s", answers.count(201) / ((System.nanoTime() - begin) / 1e9));
    }

    void latencies(String what, double perSecond, Duration time) {
        String customer = BenchmarkSystem.customer(what);
        Map<String, Double> before = bench.processors().seconds();
        try (var confirmations =
                new ConfirmationLatency(bench.stack().backends().database(ServiceName.ORDER))) {
            LoadResponses answers = bench.orders(customer, BenchmarkSystem.SKUS, 32)
                    .observedBy(confirmations)
                    .openLoop(perSecond, time);
            answers.requireOnly(201);
            bench.awaitAllFinal();
            confirmations.complete();
            new SagaRounds(bench, results, "")
                    .processors(
                            what,
                            before,
                            bench.processors().seconds(),
                            bench.orders().confirmed(customer),
                            answers.seconds());
            results.add(what + ": orders per second", perSecond);
            results.add(what + ": POST answered, p50, ms", answers.millis(50));
            results.add(what + ": POST answered, p99, ms", answers.millis(99));
            results.add(what + ": POST answered, p99.9, ms", answers.millis(99.9));
            results.add(what + ": POST to CONFIRMED, p50, ms", confirmations.millis(50));
            results.add(what + ": POST to CONFIRMED, p99, ms", confirmations.millis(99));
            results.add(what + ": POST to CONFIRMED, p99.9, ms", confirmations.millis(99.9));
        }
    }

    /** Sends twice the load that the system can handle. */
    void overload(double most) {
        try (var confirmations =
                new ConfirmationLatency(bench.stack().backends().database(ServiceName.ORDER))) {
            LoadResponses answers = bench.orders("overload", BenchmarkSystem.SKUS, 64)
                    .observedBy(confirmations)
                    .openLoop(2 * most, OVERLOAD);
            double completed = bench.orders().confirmed("overload") / answers.seconds();
            answers.requireOnly(201, 503);
            long refused = answers.count(503);
            bench.awaitAllFinal();
            results.add("overload: asked for, /s", 2 * most);
            results.add("overload: accepted, /s", answers.count(201) / answers.seconds());
            results.add("overload: refused, /s", refused / answers.seconds());
            results.add("overload: refused without Retry-After", (double) (refused - answers.withRetryAfter()));
            results.add("overload: completed meanwhile, /s", completed);
            results.add("overload: answered, p99, ms", answers.millis(99));
            results.atLeast("completed at 2 x the maximum / the maximum", completed / most, 0.95);
            confirmations.complete();
            results.add("overload: POST to CONFIRMED, p99, ms", confirmations.millis(99));
            results.add("overload: POST to CONFIRMED, longest, ms", confirmations.millis(100));
        }
    }

    /** Places orders while Kafka is down, and measures how fast they finish once it is up. */
    void catchUp(double perSecond) {
        bench.stack().backends().kafka().kill();
        LoadResponses answers =
                bench.orders("Kafka-away", BenchmarkSystem.SKUS, 16).openLoop(perSecond, RUN);
        answers.requireOnly(201);
        bench.stack().backends().kafka().start();
        long begin = System.nanoTime();
        bench.awaitAllFinal();
        double rate = answers.count(201) / ((System.nanoTime() - begin) / 1e9);
        results.add("Kafka away: arrival, /s", perSecond);
        results.add("Kafka away: POST answered, p99, ms", answers.millis(99));
        results.add("Kafka back: sagas completed, /s", rate);
        results.atLeast("catch-up after Kafka was away / arrival", rate / perSecond, 3);
    }

    void reads() {
        List<String> ids = bench.orders().texts("select id from orders order by created_at desc limit 1000");
        LoadResponses answers = bench.load(
                        8,
                        turn -> new RawRequest(
                                "GET", "/api/orders/" + ids.get(turn % ids.size()), List.of(), "", false))
                .closedLoop(SHORT_RUN, () -> true);
        answers.requireOnly(200);
        results.add("orders read, /s", answers.count(200) / answers.seconds());
        results.add("orders read: answered, p99, ms", answers.millis(99));
    }

    void memory() {
        long largest = 0;
        for (Map.Entry<String, Long> part : bench.processors().residentMiB().entrySet()) {
            results.add("RSS of " + part.getKey() + ", MiB", (double) part.getValue());
            if (!List.of("Kafka", "Redis").contains(part.getKey())) {
                largest = Math.max(largest, part.getValue());
            }
        }
        results.atMost("RSS of the largest service, MiB", (double) largest, 300);
    }
}
