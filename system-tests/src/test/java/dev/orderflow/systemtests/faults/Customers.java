package dev.orderflow.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.ProofSize;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Places orders at a fixed rate, independent of responses: five per second, ten in the long edition, as long as few
 * requests are waiting. A request is retried with its key until it is answered. A cancellation is tried once.
 */
final class Customers {

    private static final List<OrderExpectation> EXPECTATIONS = List.of(OrderExpectation.values());
    private static final int WAITING = 32;
    /**
     * The backlog must finish after the last fault, on servers that have just started: at ten per second, this takes a
     * third of the run.
     */
    private static final long EACH_MS = ProofSize.of(200, 100);

    private static final long AGAIN_MS = 500;
    private static final int MINUTES_TO_BE_ANSWERED = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    /** Statuses that allow a retry of the same request. */
    private static final Set<Integer> TRY_AGAIN = Set.of(409, 500, 502, 503, 504);

    /** A request and its key. */
    private record Request(UUID key, OrderExpectation expectation, String body) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore mayWait = new Semaphore(WAITING);
    private final Map<UUID, Request> orders = new ConcurrentHashMap<>();
    private final Set<UUID> cancelled = ConcurrentHashMap.newKeySet();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final URI shop;
    private final FaultHistory history;
    private final String goods;
    private final String scarce;
    private final Random chance;

    Customers(URI shop, FaultHistory history, String goods, String scarce, Random chance) {
        this.shop = shop;
        this.history = history;
        this.goods = goods;
        this.scarce = scarce;
        this.chance = chance;
    }

    /** Starts placing orders, until {@link #leave}. */
    void come() {
        var unused = clock.scheduleAtFixedRate(this::next, 0, EACH_MS, TimeUnit.MILLISECONDS);
    }

    private void next() {
        OrderExpectation expectation = EXPECTATIONS.get(chance.nextInt(EXPECTATIONS.size()));
        long thinkMillis = chance.nextLong(1_000);
        if (mayWait.tryAcquire()) {
            customers.execute(() -> {
                try {
                    buy(expectation, thinkMillis);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                } finally {
                    mayWait.release();
                }
            });
        }
    }

    /** Waits until every request is answered, which requires all parts to be healthy. */
    void leave() throws InterruptedException {
        clock.shutdown();
        assertThat(clock.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        customers.shutdown();
        assertThat(customers.awaitTermination(MINUTES_TO_BE_ANSWERED, TimeUnit.MINUTES))
                .as("all requests are answered")
                .isTrue();
        assertThat(refused).as("answers that must not be").isEmpty();
    }

    private void buy(OrderExpectation expectation, long thinkMillis) throws InterruptedException {
        String sku = switch (expectation) {
            case SCARCE_GOODS -> scarce;
            case GOODS_THAT_ARE_NOT_THERE -> "NONE-001";
            default -> goods;
        };
        var request = new Request(UUID.randomUUID(), expectation, """
                {"customerId": "c-faults", "paymentToken": "%s", "lines": [{"sku": "%s", "quantity": 1}]}""".formatted(expectation.token, sku));
        UUID id = place(request);
        orders.put(id, request);
        history.record("placed", "order", id, "wish", expectation);
        if (expectation.cancels) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(thinkMillis));
            cancel(id);
        }
    }

    /** Sends a request until it is answered, and returns the order's id. */
    private UUID place(Request request) throws InterruptedException {
        var post = HttpRequest.newBuilder(shop.resolve("/api/orders"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", request.key.toString())
                .POST(BodyPublishers.ofString(request.body))
                .build();
        while (true) {
            try {
                HttpResponse<String> answer = http.send(post, BodyHandlers.ofString());
                if (answer.statusCode() == CREATED) {
                    return UUID.fromString(JsonPath.from(answer.body()).getString("id"));
                }
                if (!TRY_AGAIN.contains(answer.statusCode())) {
                    refused.add(answer.statusCode() + " " + answer.body());
                }
                history.record("not placed", "key", request.key, "status", answer.statusCode());
            } catch (IOException e) {
                history.record(
                        "not answered", "key", request.key, "why", e.getClass().getSimpleName());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(AGAIN_MS));
        }
    }

    private void cancel(UUID id) throws InterruptedException {
        var post = HttpRequest.newBuilder(shop.resolve("/api/orders/" + id + "/cancel"))
                .timeout(PATIENCE)
                .POST(BodyPublishers.noBody())
                .build();
        try {
            int status = http.send(post, BodyHandlers.ofString()).statusCode();
            if (status == ACCEPTED) {
                cancelled.add(id);
            }
            history.record("cancelled", "order", id, "status", status);
        } catch (IOException e) {
            history.record(
                    "cancellation not answered",
                    "order",
                    id,
                    "why",
                    e.getClass().getSimpleName());
        }
    }

    int count() {
        return orders.size();
    }

    /**
     * Checks that every order exists and has an expected final status, and that a repeated request returns the same
     * order.
     */
    void requireWhatWasPromised(Function<UUID, JsonPath> orderById) throws InterruptedException {
        for (var order : orders.entrySet()) {
            String ends = cancelled.contains(order.getKey()) ? "CANCELLED" : order.getValue().expectation.ends;
            assertThat(orderById.apply(order.getKey()).getString("status"))
                    .as("order %s, %s", order.getKey(), order.getValue().expectation)
                    .matches(ends);
            assertThat(place(order.getValue())).isEqualTo(order.getKey());
        }
    }
}
