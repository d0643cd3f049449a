package dev.orderflow.systemtests.benchmark;

import dev.orderflow.chassis.harness.otlp.OtlpReceiver;
import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.benchmark.limit.LeanLimit;
import dev.orderflow.systemtests.benchmark.limit.PhysicalLimit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Measures the whole system and, in the same run, PostgreSQL alone. System, load and database share one machine. The
 * benchmark asserts nothing about speed, but a run is void if the audit finds a violation.
 */
class SagaBenchmark {

    private static final Path HOME = Path.of("target/benchmark").toAbsolutePath();

    /**
     * {@code rounds}: only the rounds with local settings, to compare two builds; {@code local}: all with local
     * settings.
     */
    private static final String ONLY = System.getProperty("benchmark.only", "");

    private static final String LOCAL_JVM_ARGS = System.getenv().getOrDefault("JVM_ARGS", "");
    /** The images' arguments, with half of their memory limit as heap. */
    private static final String PRODUCTION_JVM_ARGS = "-Xmx512m -XX:+ExitOnOutOfMemoryError";

    private static final int ROUNDS = 2;
    private static final Duration RUN = Duration.ofSeconds(15);
    private static final Duration SHORT_RUN = Duration.ofSeconds(6);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final BenchmarkResults results = new BenchmarkResults();

    @Test
    void the_pace_of_sagas_is_measured() throws IOException {
        Map<String, String> settings;
        try (BenchmarkSystem bench = BenchmarkSystem.start(HOME, LOCAL_JVM_ARGS, Map.of(), results, "")) {
            withLocalSettings(bench);
            settings = bench.settings();
        }
        settings.put("JVM_ARGS", LOCAL_JVM_ARGS.isEmpty() ? "as in mvn -Plocal" : LOCAL_JVM_ARGS);
        if (ONLY.isEmpty()) {
            withTracesExported();
            withProductionSettings();
        }
        results.write(HOME, settings);
    }

    private void withLocalSettings(BenchmarkSystem bench) {
        results.atMost("local stack ready, s", results.of("start-up: local stack, s"), 20);
        results.atMost("slowest service ready, s", slowestService(), 15);
        var rounds = new SagaRounds(bench, results, "");
        var measurements = new LoadMeasurements(bench, results);
        rounds.warmUp(RUN, 12);
        double most = compared(bench, rounds);
        rounds.count(RUN);
        if (!ONLY.equals("rounds")) {
            measurements.creates();
            measurements.latencies("1/s", 1, MINUTE);
            measurements.latencies("20/s", 20, RUN);
            results.atMost("POST to CONFIRMED at 20/s, p50, ms", results.of("20/s: POST to CONFIRMED, p50, ms"), 25);
            results.atMost("POST to CONFIRMED at 20/s, p99, ms", results.of("20/s: POST to CONFIRMED, p99, ms"), 80);
            results.atMost("CPU per saga at 20/s, ms", results.of("20/s: CPU per saga, all, ms"), 15);
            measurements.latencies("100/s", 100, RUN);
            results.atMost("POST to CONFIRMED at 100/s, p50, ms", results.of("100/s: POST to CONFIRMED, p50, ms"), 15);
            results.atMost("POST to CONFIRMED at 100/s, p99, ms", results.of("100/s: POST to CONFIRMED, p99, ms"), 50);
            measurements.latencies("50 %", most * 0.5, RUN);
            results.atMost("POST to CONFIRMED at 50 %, p50, ms", results.of("50 %: POST to CONFIRMED, p50, ms"), 40);
            results.atMost("POST to CONFIRMED at 50 %, p99, ms", results.of("50 %: POST to CONFIRMED, p99, ms"), 150);
            measurements.latencies("80 %", most * 0.8, RUN);
            measurements.overload(most);
            double hot = rounds.saturate("hot SKU", BenchmarkSystem.SKUS.subList(0, 1), RUN);
            results.atLeast("sagas on one SKU / on 1000 SKUs", hot / most, 0.8);
            measurements.catchUp(most * 0.25);
            measurements.reads();
        }
        measurements.memory();
        System.out.println(bench.shop().requireSound());
    }

    private double slowestService() {
        return Arrays.stream(ServiceName.values())
                .mapToDouble(service -> results.of("start-up: " + service.label() + ", s"))
                .max()
                .orElseThrow();
    }

    /**
     * Alternates between system and limits. The best round of each counts, because other processes may disturb the
     * machine.
     */
    private double compared(BenchmarkSystem bench, SagaRounds rounds) {
        double sagas = 0;
        double limit = 0;
        double creates = 0;
        double processors = Double.MAX_VALUE;
        Database database = bench.stack().backends().adminDatabase(ServiceName.ORDER);
        var lean = new LeanLimit(database);
        lean("before", lean);
        try (var alone = new PhysicalLimit(bench.stack().backends())) {
            for (int round = 1; round <= ROUNDS; round++) {
                limit = Math.max(limit, alone.sagasPerSecond(8, SHORT_RUN));
                creates = Math.max(creates, alone.createsPerSecond(32, SHORT_RUN));
                String what = "round " + round;
                sagas = Math.max(sagas, rounds.saturate(what, BenchmarkSystem.SKUS, RUN));
                processors = Math.min(processors, results.of(what + ": CPU per saga, all, ms"));
            }
        }
        lean("after", lean);
        lean.close();
        results.add("L1, /s", (results.of("L1, before, /s") + results.of("L1, after, /s")) / 2);
        results.add("L2, /s", (results.of("L2, before, /s") + results.of("L2, after, /s")) / 2);
        results.add("PostgreSQL alone: sagas, 8 connections, /s", limit);
        results.add("PostgreSQL alone: orders created, 32 connections, /s", creates);
        results.add("sagas completed, /s", sagas);
        results.atLeast("sagas completed / L1", sagas / results.of("L1, /s"), 1.0);
        results.add("sagas completed / PostgreSQL alone", sagas / limit);
        results.add("CPU per saga, all processes, ms", processors);
        double leanMillis = 1000.0 * Runtime.getRuntime().availableProcessors() / results.of("L1, /s");
        results.atMost("CPU per saga / CPU per saga of L1", processors / leanMillis, 1);
        return sagas;
    }

    /** L1: lean sagas. L2: lean orders created. */
    private void lean(String when, LeanLimit limit) {
        results.add("L1, " + when + ", /s", limit.sagasPerSecond(SHORT_RUN));
        results.add("L2, " + when + ", /s", limit.createsPerSecond(SHORT_RUN));
    }

    /** Exports only spans, to a receiver in the load generator. */
    private void withTracesExported() throws IOException {
        String what = "traces exported: ";
        try (var receiver = new OtlpReceiver()) {
            Map<String, String> servers = Map.of(
                    "OTEL_TRACES_EXPORTER", "otlp",
                    "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                    "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.environment().get("OTEL_EXPORTER_OTLP_ENDPOINT"));
            try (BenchmarkSystem bench = BenchmarkSystem.start(HOME, LOCAL_JVM_ARGS, servers, results, what)) {
                var rounds = new SagaRounds(bench, results, what);
                rounds.warmUp(RUN, 6);
                rounds.saturate("round", BenchmarkSystem.SKUS, RUN);
                System.out.println(bench.shop().requireSound());
            }
        }
    }

    /** Runs with the C2 compiler, warm. */
    private void withProductionSettings() throws IOException {
        String what = "production's settings: ";
        try (BenchmarkSystem bench = BenchmarkSystem.start(HOME, PRODUCTION_JVM_ARGS, Map.of(), results, what)) {
            try (var lean = new LeanLimit(bench.stack().backends().adminDatabase(ServiceName.ORDER))) {
                double sagas = new SagaRounds(bench, results, what).warmUp(MINUTE, 8);
                results.add(what + "L1, /s", lean.sagasPerSecond(SHORT_RUN));
                results.add(what + "sagas completed / L1", sagas / results.of(what + "L1, /s"));
            }
            System.out.println(bench.shop().requireSound());
        }
    }
}
