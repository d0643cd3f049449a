package dev.orderflow.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.harness.http.RawRequest;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.BackendKind;
import dev.orderflow.localstack.backends.StackOptions;
import dev.orderflow.localstack.launcher.LocalStack;
import dev.orderflow.systemtests.Shop;
import dev.orderflow.systemtests.benchmark.limit.LeanLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The whole system as {@code mvn -Plocal} runs it, with empty databases, a thousand SKUs and their customers. */
record BenchmarkSystem(Shop shop, Path home, ProcessUsage processors, OrderOutcomes orders) implements AutoCloseable {

    static final List<String> SKUS =
            IntStream.range(0, 1000).mapToObj(n -> "S-" + n).toList();

    private static final Duration TIME_LIMIT = Duration.ofMinutes(5);
    private static final Pattern READY = Pattern.compile("(.+) is ready on port \\d+ \\((.+) s\\)");

    /**
     * Starts the system.
     *
     * @param jvmArgs of the servers
     * @param servers variables for every server
     * @param what prefix of the figures' names
     */
    static BenchmarkSystem start(
            Path home, String jvmArgs, Map<String, String> servers, BenchmarkResults results, String what)
            throws IOException {
        Files.createDirectories(home);
        deleteAll(home.resolve("data"));
        Map<String, Double> starts = new ConcurrentHashMap<>();
        Map<String, String> outside = jvmArgs.isEmpty() ? Map.of() : Map.of("JVM_ARGS", jvmArgs);
        long begin = System.nanoTime();
        LocalStack stack = LocalStack.start(new StackOptions(
                home, StackPorts.free(), outside, BackendKind.PROCESSES, servers, line -> {
                    Matcher ready = READY.matcher(line);
                    if (ready.matches()) {
                        starts.put(ready.group(1), Double.parseDouble(ready.group(2)));
                    }
                }));
        results.add(what + "start-up: local stack, s", (System.nanoTime() - begin) / 1e9);
        starts.forEach((part, seconds) -> results.add(what + "start-up: " + part + ", s", seconds));
        BenchmarkSystem bench = new BenchmarkSystem(
                Shop.of(stack),
                home,
                new ProcessUsage(stack),
                new OrderOutcomes(stack.backends().database(ServiceName.ORDER)));
        bench.stock();
        return bench;
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    LocalStack stack() {
        return shop.stack();
    }

    private void stock() {
        stack().backends()
                .database(ServiceName.ORDER)
                .execute("insert into product select 'S-' || n, 'Product', 1000, 0 from generate_series(0, 999) n");
        stack().backends().database(ServiceName.INVENTORY).execute("""
                with stocked as (insert into stock (sku, on_hand) select 'S-' || n, 1000000 from generate_series(0, 999) n
                    returning *)
                insert into stock_movement (id, sku, kind, quantity, reserved_change, on_hand_after, reserved_after,
                    idempotency_key, reason, version_after)
                select uuidv7(), sku, 'RECEIVED', on_hand, 0, on_hand, 0, 'benchmark-' || sku, 'benchmark', 0 from stocked""");
    }

    /** Returns the customer of the orders in a part of the run. */
    static String customer(String what) {
        return what.replaceAll("[^A-Za-z0-9]", "-");
    }

    /** Returns a load of orders: two lines as in L1, one unit each; one line if there is one SKU. */
    HttpLoad orders(String customer, List<String> skus, int connections) {
        return load(connections, turn -> {
            String lines = Stream.of(turn, turn + skus.size() / 2)
                    .map(place -> skus.get(place % skus.size()))
                    .distinct()
                    .map("{\"sku\":\"%s\",\"quantity\":1}"::formatted)
                    .collect(Collectors.joining(",", "[", "]"));
            String body =
                    "{\"customerId\":\"%s\",\"paymentToken\":\"tok_approve\",\"lines\":%s}".formatted(customer, lines);
            List<String> fields = List.of("Content-Type: application/json", "Idempotency-Key: " + UUID.randomUUID());
            return new RawRequest("POST", "/api/orders", fields, body, false);
        });
    }

    HttpLoad load(int connections, IntFunction<RawRequest> requests) {
        return new HttpLoad(stack().server(ServiceName.ORDER).baseUri(), requests, connections, (answer, due) -> {});
    }

    /** Waits until every order has a final status. */
    void awaitAllFinal() {
        await().atMost(TIME_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(orders.unfinished()).isZero());
    }

    /** Waits until the completion rate is 0, so that admission control applies the hard limit. */
    void awaitZeroRate() {
        await().atMost(TIME_LIMIT)
                .until(() -> orders.database()
                                .number("select count(*) from order_history where at > now() - interval '6 seconds'")
                        == 0);
    }

    /** Returns the settings that affect the figures. */
    Map<String, String> settings() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("L1 and L2 by", LeanLimit.tool());
        settings.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        settings.put("processor", line("/proc/cpuinfo", "model name"));
        settings.put("memory", line("/proc/meminfo", "MemTotal"));
        settings.put("java", System.getProperty("java.runtime.version"));
        for (String setting : List.of("server_version", "fsync", "synchronous_commit", "full_page_writes")) {
            settings.put(
                    "PostgreSQL " + setting, orders.texts("show " + setting).getFirst());
        }
        settings.put("partitions of a topic", "6");
        return settings;
    }

    private static String line(String file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unknown");
        }
    }

    @Override
    public void close() {
        stack().close();
        shop.telemetry().close();
    }
}
