package dev.orderflow.systemtests;

import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.ServiceName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The first benchmark: how fast orders are accepted and read. It measures and asserts nothing about speed. Clients run in a
 * closed loop on the same machine as everything else; {@code mvn -Pbenchmark} runs it.
 */
class OrderBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration RUN = Duration.ofSeconds(10);
    private static final String SKU = "BENCH-" + UUID.randomUUID();

    /** HTTP/1.1: clients of a service inside a cluster mostly speak it. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Shop shop = Shop.openUnobserved();

    /** One request, with the status that it must be answered with. */
    private record Call(HttpRequest request, int status) {}

    @Test
    void orders_are_placed_and_read() throws Exception {
        shop.stock(SKU, 1000, 1_000_000);
        report(
                "settings",
                "%d processors, JVM_ARGS of the servers %s, PostgreSQL with fsync and synchronous_commit"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                System.getenv().getOrDefault("JVM_ARGS", "as in mvn -Plocal")));
        List<UUID> orders = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            orders.add(shop.place("tok_approve", SKU));
        }
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(shop::requireRest);
        var next = new AtomicInteger();
        Callable<Call> reading = () -> reading(orders.get(Math.floorMod(next.getAndIncrement(), orders.size())));
        measure("read from the cache, warming up", 8, WARM_UP, reading);
        for (int clients : new int[] {1, 8}) {
            measure("read from the cache", clients, RUN, reading);
        }
        shop.stack().backends().redis().kill();
        measure("read without Redis, warming up", 8, WARM_UP, reading);
        for (int clients : new int[] {1, 8}) {
            measure("read without Redis", clients, RUN, reading);
        }
        shop.stack().backends().redis().start();

        // Last, because orders are accepted faster than sagas end: the other two services are busy meanwhile, as in
        // life.
        measure("place, warming up", 8, WARM_UP, this::placing);
        for (int clients : new int[] {1, 8, 32}) {
            measure("place", clients, RUN, this::placing);
        }
    }

    private Call placing() {
        String body = """
                {"customerId": "c-bench", "paymentToken": "tok_approve", "lines": [{"sku": "%s", "quantity": 1}]}""".formatted(SKU);
        return new Call(
                HttpRequest.newBuilder(URI.create(shop.url(ServiceName.ORDER, "/api/orders")))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                201);
    }

    private Call reading(UUID id) {
        return new Call(
                HttpRequest.newBuilder(URI.create(shop.url(ServiceName.ORDER, "/api/orders/" + id)))
                        .build(),
                200);
    }

    private static void measure(String what, int clients, Duration time, Callable<Call> calls) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        List<Callable<LongStream>> loops = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            loops.add(() -> loop(end, calls));
        }
        long[] latencies;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            LongStream all = LongStream.empty();
            for (Future<LongStream> loop : threads.invokeAll(loops)) {
                all = LongStream.concat(all, loop.get());
            }
            latencies = all.toArray();
        }
        Arrays.sort(latencies);
        report(
                what + ", " + clients + " client(s)",
                "%6.0f/s, p50 %.2f ms, p99 %.2f ms, max %.2f ms"
                        .formatted(
                                latencies.length / (double) time.toSeconds(),
                                millis(latencies, 0.5),
                                millis(latencies, 0.99),
                                millis(latencies, 1)));
    }

    private static LongStream loop(long end, Callable<Call> calls) throws Exception {
        LongStream.Builder latencies = LongStream.builder();
        while (System.nanoTime() < end) {
            Call call = calls.call();
            long begin = System.nanoTime();
            HttpResponse<String> answer = HTTP.send(call.request(), BodyHandlers.ofString());
            latencies.add(System.nanoTime() - begin);
            if (answer.statusCode() != call.status()) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
        }
        return latencies.build();
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private static void report(String what, String result) {
        System.out.printf("%-40s %s%n", what, result);
    }
}
