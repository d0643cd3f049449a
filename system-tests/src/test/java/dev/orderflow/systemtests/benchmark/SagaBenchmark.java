package dev.orderflow.systemtests.benchmark;

import dev.orderflow.chassis.harness.http.RawRequest;
import dev.orderflow.localstack.ServiceName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole system, the load and everything else on one machine, beside what the same PostgreSQL does alone in the same run.
 * Measures, and asserts nothing about speed; but a run after which the audit finds anything is void.
 */
class SagaBenchmark {

    private static final int ROUNDS = 2;
    private static final int MOST_WARM_UPS = 12;
    /** What is asked for first ends only a while later: until then, less is completed than can be. */
    private static final Duration RUN_UP = Duration.ofSeconds(5);

    private static final Duration RUN = Duration.ofSeconds(15);
    /** Long enough that the backlog exceeds what is taken. */
    private static final Duration OVERLOAD = Duration.ofSeconds(30);

    private static final Duration SHORT_RUN = Duration.ofSeconds(6);

    /** Enough to keep every service busy, and few enough that waiting in line is not what is measured. */
    private static final int MOST_UNFINISHED = 2000;

    private static final Results results = new Results();

    @AutoClose
    private static Bench bench;

    @BeforeAll
    static void start() throws IOException {
        bench = Bench.start(Path.of("target/benchmark").toAbsolutePath(), results);
        results.atMost("local stack ready, s", results.of("start-up: local stack, s"), 30);
        results.atMost("slowest service ready, s", slowestService(), 15);
    }

    private static double slowestService() {
        return Arrays.stream(ServiceName.values())
                .mapToDouble(service -> results.of("start-up: " + service.label() + ", s"))
                .max()
                .orElseThrow();
    }

    @Test
    void the_pace_of_sagas_is_measured() throws IOException {
        warmUp();
        double most = rounds();
        creates();
        latencies("100/s", 100);
        results.atMost("POST to CONFIRMED at 100/s, p50, ms", results.of("100/s: POST to CONFIRMED, p50, ms"), 15);
        results.atMost("POST to CONFIRMED at 100/s, p99, ms", results.of("100/s: POST to CONFIRMED, p99, ms"), 50);
        latencies("50 %", most * 0.5);
        results.atMost("POST to CONFIRMED at 50 %, p99, ms", results.of("50 %: POST to CONFIRMED, p99, ms"), 150);
        latencies("80 %", most * 0.8);
        overload(most);
        double hot = saturate("hot SKU", Bench.SKUS.subList(0, 1));
        results.atLeast("sagas on one SKU / on 1000 SKUs", hot / most, 0.8);
        catchUp(most * 0.25);
        reads();
        long largest = 0;
        for (Map.Entry<String, Long> part : bench.processors().residentMiB().entrySet()) {
            results.add("RSS of " + part.getKey() + ", MiB", (double) part.getValue());
            if (!List.of("Kafka", "Redis").contains(part.getKey())) {
                largest = Math.max(largest, part.getValue());
            }
        }
        results.atMost("RSS of the largest service, MiB", (double) largest, 350);
        System.out.println(bench.shop().requireSound());
        results.write(bench.home(), bench.settings());
    }

    /** Until it hardly gets faster, which takes minutes on a slow machine: the JVMs compile what they run. */
    private static void warmUp() {
        double best = 0;
        int sinceThen = 0;
        for (int turn = 1; turn <= MOST_WARM_UPS && sinceThen < 2; turn++) {
            double rate = saturate("warming up " + turn, Bench.SKUS);
            sinceThen = rate > best * 1.05 ? 0 : sinceThen + 1;
            best = Math.max(best, rate);
        }
    }

    /** The system and the limit in turn; the best round of each counts, since others may disturb the machine. */
    private static double rounds() {
        double sagas = 0;
        double limit = 0;
        double creates = 0;
        double processors = Double.MAX_VALUE;
        try (var alone = new PhysicalLimit(bench.stack().backends())) {
            for (int round = 1; round <= ROUNDS; round++) {
                limit = Math.max(limit, alone.sagasPerSecond(8, SHORT_RUN));
                creates = Math.max(creates, alone.createsPerSecond(32, SHORT_RUN));
                String what = "round " + round;
                sagas = Math.max(sagas, saturate(what, Bench.SKUS));
                processors = Math.min(processors, results.of(what + ": CPU per saga, all, ms"));
            }
        }
        results.add("PostgreSQL alone: sagas, 8 connections, /s", limit);
        results.add("PostgreSQL alone: orders created, 32 connections, /s", creates);
        results.add("sagas completed, /s", sagas);
        results.atLeast("sagas completed / PostgreSQL alone", sagas / limit, 1.0);
        results.atMost("CPU per saga, all processes, ms", processors, 1);
        return sagas;
    }

    private static double saturate(String what, List<String> skus) {
        var unfinished = new AtomicLong();
        try (var watch = Executors.newSingleThreadScheduledExecutor()) {
            var looks = watch.scheduleWithFixedDelay(
                    () -> unfinished.set(bench.orders().unfinished()), 0, 100, TimeUnit.MILLISECONDS);
            BooleanSupplier gate = () -> unfinished.get() < MOST_UNFINISHED;
            Load load = bench.orders(customer(what), skus, 16);
            load.closedLoop(RUN_UP, gate).requireOnly(201);
            long earlier = bench.orders().confirmed(customer(what));
            Map<String, Double> before = bench.processors().seconds();
            Answers answers = load.closedLoop(RUN, gate);
            long done = bench.orders().confirmed(customer(what)) - earlier;
            Map<String, Double> after = bench.processors().seconds();
            looks.cancel(false);
            answers.requireOnly(201);
            double rate = done / answers.seconds();
            results.add(what + ": orders placed, /s", answers.count(201) / answers.seconds());
            results.add(what + ": sagas completed, /s", rate);
            processors(what, before, after, done, answers.seconds());
            bench.rest();
            return rate;
        }
    }

    private static void processors(
            String what, Map<String, Double> before, Map<String, Double> after, long sagas, double seconds) {
        double all = 0;
        for (Map.Entry<String, Double> part : before.entrySet()) {
            double used = after.getOrDefault(part.getKey(), part.getValue()) - part.getValue();
            if (part.getKey().equals(Processors.OTHERS)) {
                results.add(what + ": others on this machine, processors", used / seconds);
            } else {
                results.add(what + ": CPU per saga, " + part.getKey() + ", ms", used * 1000 / sagas);
                all += part.getKey().equals(Processors.CLIENTS) ? 0 : used * 1000 / sagas;
            }
        }
        results.add(what + ": CPU per saga, all, ms", all);
    }

    /** Orders are placed while the other two services stand still, and then end with nothing new coming. */
    private static void creates() {
        bench.stack().server(ServiceName.INVENTORY).pause();
        bench.stack().server(ServiceName.PAYMENT).pause();
        long before = bench.processors().allocated(ServiceName.ORDER);
        Answers answers = bench.orders("creates", Bench.SKUS, 32).closedLoop(SHORT_RUN, () -> true);
        long after = bench.processors().allocated(ServiceName.ORDER);
        bench.stack().server(ServiceName.PAYMENT).resume();
        bench.stack().server(ServiceName.INVENTORY).resume();
        answers.requireOnly(201, 503);
        double rate = answers.count(201) / answers.seconds();
        results.add("orders created, /s", rate);
        results.add("orders created: answered, p99, ms", answers.millis(99));
        results.add("allocated per order created, KiB", (after - before) / 1024.0 / answers.count(201));
        results.atLeast(
                "orders created / PostgreSQL alone",
                rate / results.of("PostgreSQL alone: orders created, 32 connections, /s"),
                0.6);
        long begin = System.nanoTime();
        bench.rest();
        results.add("backlog drained, /s", answers.count(201) / ((System.nanoTime() - begin) / 1e9));
    }

    private static void latencies(String what, double perSecond) {
        Answers answers = bench.orders(customer(what), Bench.SKUS, 32).openLoop(perSecond, RUN);
        answers.requireOnly(201);
        bench.rest();
        results.add(what + ": orders per second", perSecond);
        results.add(what + ": POST answered, p50, ms", answers.millis(50));
        results.add(what + ": POST answered, p99, ms", answers.millis(99));
        results.add(what + ": POST answered, p99.9, ms", answers.millis(99.9));
        Orders.Latency latency = bench.orders().latency(customer(what));
        results.add(what + ": POST to CONFIRMED, p50, ms", latency.p50());
        results.add(what + ": POST to CONFIRMED, p99, ms", latency.p99());
        results.add(what + ": POST to CONFIRMED, p99.9, ms", latency.p999());
    }

    /** Twice as much as can be done is asked for. */
    private static void overload(double most) {
        Answers answers = bench.orders("overload", Bench.SKUS, 64).openLoop(2 * most, OVERLOAD);
        double completed = bench.orders().confirmed("overload") / answers.seconds();
        answers.requireOnly(201, 503);
        long refused = answers.count(503);
        bench.rest();
        results.add("overload: asked for, /s", 2 * most);
        results.add("overload: accepted, /s", answers.count(201) / answers.seconds());
        results.add("overload: refused, /s", refused / answers.seconds());
        results.add("overload: refused without Retry-After", (double) (refused - answers.withRetryAfter()));
        results.add("overload: completed meanwhile, /s", completed);
        results.add("overload: answered, p99, ms", answers.millis(99));
        Orders.Latency latency = bench.orders().latency("overload");
        results.add("overload: POST to CONFIRMED, p99, ms", latency.p99());
        results.add("overload: POST to CONFIRMED, longest, ms", latency.longest());
        results.atLeast("completed at 2 x the maximum / the maximum", completed / most, 0.8);
    }

    /** Orders arrive while Kafka is away; how fast they end once it is back. */
    private static void catchUp(double perSecond) {
        bench.stack().backends().kafka().kill();
        Answers answers = bench.orders("Kafka-away", Bench.SKUS, 16).openLoop(perSecond, RUN);
        answers.requireOnly(201);
        bench.stack().backends().kafka().start();
        long begin = System.nanoTime();
        bench.rest();
        double rate = answers.count(201) / ((System.nanoTime() - begin) / 1e9);
        results.add("Kafka away: arrival, /s", perSecond);
        results.add("Kafka away: POST answered, p99, ms", answers.millis(99));
        results.add("Kafka back: sagas completed, /s", rate);
        results.atLeast("catch-up after Kafka was away / arrival", rate / perSecond, 3);
    }

    private static void reads() {
        List<String> ids = bench.orders().texts("select id from orders order by created_at desc limit 1000");
        Answers answers = bench.load(
                        8,
                        turn -> new RawRequest(
                                "GET", "/api/orders/" + ids.get(turn % ids.size()), List.of(), "", false))
                .closedLoop(SHORT_RUN, () -> true);
        answers.requireOnly(200);
        results.add("orders read, /s", answers.count(200) / answers.seconds());
        results.add("orders read: answered, p99, ms", answers.millis(99));
    }

    private static String customer(String what) {
        return what.replaceAll("[^A-Za-z0-9]", "-");
    }
}
