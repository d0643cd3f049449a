package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.harness.http.RawAnswer;
import dev.orderflow.chassis.harness.http.RawHttp;
import dev.orderflow.chassis.harness.http.RawRequest;
import dev.orderflow.chassis.harness.openapi.OpenApiDocument;
import dev.orderflow.localstack.ProofSize;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/**
 * Sends generated requests to the running service. {@code -Dgenerated.seed=…} changes the requests, {@code
 * -Dgenerated.requests=…} their number, and {@code -Dgenerated.only=…} sends only the request with that number.
 */
@MicroShedTest
class GeneratedInputIT {

    private static final Logger LOG = Logger.getLogger(GeneratedInputIT.class.getName());
    private static final long SEED = Long.getLong("generated.seed", 20_260_101);
    private static final int REQUESTS = Integer.getInteger("generated.requests", ProofSize.of(5_000, 20_000));
    private static final int ONLY = Integer.getInteger("generated.only", -1);
    private static final int CLIENTS = 8;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final GeneratedFailures failures = new GeneratedFailures();

    private final Map<Integer, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final LongAdder placed = new LongAdder();
    private final URI service = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    private final AnswerCheck check = new AnswerCheck(OpenApiDocument.of(service));

    @Test
    void whatever_is_sent_is_answered_as_documented_and_only_sound_orders_are_stored() throws Exception {
        GeneratedRequests.offered().forEach(GeneratedInputIT::offer);
        List<String> orders = IntStream.range(0, 40)
                .mapToObj(i -> OrdersIT.place("BOOK-001", 1).id().toString())
                .toList();
        long before = OrderRows.number("select count(*) from orders");

        send(new GeneratedRequests(SEED, orders));

        LOG.info(() -> "seed %d, answers %s, orders placed %s".formatted(SEED, answers, placed));
        assertThat(failures.report()).as("seed %d, answers %s", SEED, answers).isEmpty();
        assertThat(OrderRows.number("select count(*) from orders") - before).isEqualTo(placed.sum());
        StoredOrders.assertSound();
        RestAssured.get("/health/ready").then().statusCode(200);
        OrdersIT.place("BOOK-001", 1);
    }

    private static void offer(String sku) {
        RestAssured.given().contentType(ContentType.JSON).body("""
                        {"name": "Generated", "unitPrice": 1}""").put("/api/products/" + sku);
    }

    private void send(GeneratedRequests requests) throws Exception {
        var next = new AtomicInteger(Math.max(ONLY, 0));
        int end = ONLY < 0 ? REQUESTS : ONLY + 1;
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Void>> done = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Callable<Void> client = () -> {
                    try (var http = new RawHttp(service)) {
                        for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
                            send(http, number, requests.request(number));
                        }
                    }
                    return null;
                };
                done.add(clients.submit(client));
            }
            for (Future<Void> client : done) {
                client.get();
            }
        }
    }

    /** Repeats a request that is refused because a row stayed locked for too long, as it may on a slow machine. */
    private static RawAnswer answer(RawHttp http, RawRequest request) throws IOException {
        RawAnswer first = http.send(request);
        return isBusy(first)
                ? await().atMost(LIMIT)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> http.send(request), again -> !isBusy(again))
                : first;
    }

    private static boolean isBusy(RawAnswer answer) {
        return answer.status() == 503 && answer.fields().containsKey("retry-after");
    }

    private void send(RawHttp http, int number, RawRequest request) throws IOException {
        RawAnswer answer;
        try {
            answer = answer(http, request);
        } catch (IOException | RuntimeException unanswered) {
            http.close();
            failures.add("no answer: " + unanswered, number, request, "");
            return;
        }
        answers.computeIfAbsent(answer.status(), status -> new LongAdder()).increment();
        if (request.path().equals("/api/orders")
                && answer.status() == 201
                && !answer.fields().containsKey("idempotent-replayed")) {
            placed.increment();
        }
        check.complaints(request, answer)
                .forEach(complaint -> failures.add(complaint, number, request, answer.toString()));
    }
}
