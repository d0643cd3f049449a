package dev.orderflow.systemtests.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Measures the maximum rate of sagas, and the cost of each.
 *
 * @param what prefix of the figures' names
 */
record SagaRounds(BenchmarkSystem bench, BenchmarkResults results, String what) {

    /** Excluded from a round, because the first orders finish only after a while. */
    private static final Duration RUN_UP = Duration.ofSeconds(5);

    /** Enough to keep every service busy, and few enough that even a slow machine refuses none. */
    private static final int MOST_UNFINISHED = 400;

    private static final int CONNECTIONS = 16;

    /**
     * Repeats rounds until two in a row are hardly faster than the best, because the JVMs are still compiling. Takes
     * minutes on a slow machine.
     *
     * @return sagas per second in the last round
     */
    double warmUp(Duration time, int most) {
        double best = 0;
        double last = 0;
        int sinceThen = 0;
        for (int turn = 1; turn <= most && sinceThen < 2; turn++) {
            last = saturate("warming up " + turn, BenchmarkSystem.SKUS, time);
            sinceThen = last > best * 1.05 ? 0 : sinceThen + 1;
            best = Math.max(best, last);
        }
        return last;
    }

    /** Returns the completed sagas per second under load. */
    double saturate(String round, List<String> skus, Duration time) {
        String name = what + round;
        String customer = BenchmarkSystem.customer(name);
        var unfinished = new AtomicLong();
        try (var watch = Executors.newSingleThreadScheduledExecutor()) {
            var looks = watch.scheduleWithFixedDelay(
                    () -> unfinished.set(bench.orders().unfinished()), 0, 100, TimeUnit.MILLISECONDS);
            BooleanSupplier gate = () -> unfinished.get() < MOST_UNFINISHED;
            HttpLoad load = bench.orders(customer, skus, CONNECTIONS);
            load.closedLoop(RUN_UP, gate).requireOnly(201);
            long earlier = bench.orders().confirmed(customer);
            Map<String, Double> before = bench.processors().seconds();
            LoadResponses answers = load.closedLoop(time, gate);
            long done = bench.orders().confirmed(customer) - earlier;
            Map<String, Double> after = bench.processors().seconds();
            looks.cancel(false);
            answers.requireOnly(201);
            double rate = done / answers.seconds();
            results.add(name + ": orders placed, /s", answers.count(201) / answers.seconds());
            results.add(name + ": sagas completed, /s", rate);
            processors(name, before, after, done, answers.seconds());
            bench.awaitAllFinal();
            return rate;
        }
    }

    /** Excludes the load generator and the gateway, which are not part of the system. */
    void processors(String name, Map<String, Double> before, Map<String, Double> after, long sagas, double seconds) {
        double all = 0;
        for (Map.Entry<String, Double> part : before.entrySet()) {
            double used = after.getOrDefault(part.getKey(), part.getValue()) - part.getValue();
            if (part.getKey().equals(ProcessUsage.OTHERS)) {
                results.add(name + ": others on this machine, processors", used / seconds);
            } else {
                results.add(name + ": CPU per saga, " + part.getKey() + ", ms", used * 1000 / sagas);
                all += bench.processors().isOfTheSystem(part.getKey()) ? used * 1000 / sagas : 0;
            }
        }
        results.add(name + ": CPU per saga, all, ms", all);
    }

    /** Measures what a saga costs in transactions, rows, requests and so on, until all have finished. */
    void count(Duration time) {
        String customer = "counted";
        var counters = new SystemCounters(bench.stack(), bench.processors());
        Map<String, Double> before = counters.read();
        bench.orders(customer, BenchmarkSystem.SKUS, CONNECTIONS)
                .closedLoop(time, () -> bench.orders().unfinished() < MOST_UNFINISHED)
                .requireOnly(201);
        bench.awaitAllFinal();
        Map<String, Double> after = counters.read();
        long sagas = bench.orders().confirmed(customer);
        before.forEach((counter, begin) ->
                results.add(what + "per saga: " + counter, (after.getOrDefault(counter, begin) - begin) / sagas));
    }
}
