package dev.orderflow.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.harness.http.RawHttp;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** Two servers of the order service side by side. */
@MicroShedTest
@Order(SecondServer.LAST)
class ReplicasIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int KEYS = 1000;
    private static final int REQUESTS_EACH = 8;

    private final LibertyServer second = SecondServer.get();
    private final List<OrderApiClient> servers =
            List.of(new OrderApiClient(TestEnvironment.server().baseUri()), new OrderApiClient(second.baseUri()));

    @Test
    void a_thousand_keys_of_eight_requests_each_at_the_same_time_are_exactly_a_thousand_orders() throws Exception {
        List<String> keys =
                IntStream.range(0, KEYS).mapToObj("key-%04d"::formatted).toList();
        Map<String, Set<String>> bodies = new ConcurrentHashMap<>();
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        List<Callable<Void>> requests = new ArrayList<>();
        for (String key : keys) {
            for (int i = 0; i < REQUESTS_EACH; i++) {
                OrderApiClient server = servers.get(i % servers.size());
                requests.add(() -> {
                    HttpResponse<String> answer = server.place(key, "c-thousand", "BOOK-001", 1);
                    statuses.merge(answer.statusCode(), 1, Integer::sum);
                    if (answer.statusCode() == 201) {
                        bodies.computeIfAbsent(key, first -> ConcurrentHashMap.newKeySet())
                                .add(answer.body());
                    }
                    return null;
                });
            }
        }
        try (var clients = Executors.newFixedThreadPool(2 * REQUESTS_EACH)) {
            for (Future<Void> answered : clients.invokeAll(requests)) {
                answered.get();
            }
        }
        assertThat(statuses).containsOnlyKeys(201, 409);
        assertThat(bodies.keySet()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(bodies.values()).allSatisfy(same -> assertThat(same).hasSize(1));
        assertThat(OrderRows.number("select count(*) from orders where customer_id = 'c-thousand'"))
                .isEqualTo(KEYS);
        assertThat(OrderRows.number("select count(*) from idempotency_key where customer_id = 'c-thousand'"))
                .isEqualTo(KEYS);
        System.Logger log = System.getLogger(ReplicasIT.class.getName());
        log.log(System.Logger.Level.INFO, "Answers to {0} requests: {1}", requests.size(), statuses);
    }

    @Test
    void overdue_orders_are_cancelled_once_whichever_server_does_it() throws Exception {
        List<Callable<UUID>> places = Collections.nCopies(
                600, () -> servers.get(new Random().nextInt(2)).place("c-overdue"));
        Set<UUID> orders = new HashSet<>();
        try (var clients = Executors.newFixedThreadPool(8)) {
            for (Future<UUID> placed : clients.invokeAll(places)) {
                orders.add(placed.get());
            }
        }
        OrderRows.execute("""
                update orders set created_at = created_at - interval '1 hour'
                where customer_id = 'c-overdue' and status = 'PENDING'""");
        await().atMost(LIMIT).until(() -> OrderRows.number("""
                        select count(*) from orders where customer_id = 'c-overdue' and reason = 'EXPIRED'""") == orders.size());
        assertThat(OrderRows.number("""
                select count(*) from order_history h join orders o on o.id = h.order_id
                where customer_id = 'c-overdue' and cause = 'DEADLINE_PASSED'""")).isEqualTo(orders.size());
        UUID one = orders.iterator().next();
        assertThat(JsonPath.from(servers.getLast().get("/api/orders/" + one).body())
                        .getString("reason"))
                .isEqualTo("EXPIRED");
    }

    @Test
    void a_stream_that_one_server_began_goes_on_at_the_other() {
        UUID id = servers.getFirst().place("c-stream");
        String last = OrderStreamIT.lastIdOf(id);
        assertThat(servers.getFirst().cancel(id).statusCode()).isEqualTo(202);
        try (var stream = SseClient.open(second, OrderStreamIT.one(id), last)) {
            await().atMost(LIMIT).until(() -> !stream.heard().isEmpty());
            assertThat(stream.heard()).hasSize(1);
            assertThat(stream.heard().getFirst().data()).contains("CANCEL_REQUESTED");
        }
    }

    @Test
    void a_server_answers_under_the_names_that_it_is_told_and_takes_changes_from_its_pages_there() throws IOException {
        String cancel = "/api/orders/" + UUID.randomUUID() + "/cancel";
        for (String name : List.of("shop.example.com", "www.example.com:443", "localhost")) {
            String origin = "https://" + name.replace(":443", "");
            assertThat(answer("GET / HTTP/1.1\r\nHost: " + name)).isEqualTo(200);
            assertThat(answer("POST " + cancel + " HTTP/1.1\r\nHost: " + name + "\r\nOrigin: " + origin))
                    .isEqualTo(404);
            assertThat(answer("POST " + cancel + " HTTP/1.1\r\nHost: " + name + "\r\nOrigin: https://example.com"))
                    .isEqualTo(403);
        }
        assertThat(answer("GET / HTTP/1.1\r\nHost: example.com")).isEqualTo(421);
    }

    private int answer(String head) throws IOException {
        try (var http = new RawHttp(second.baseUri())) {
            byte[] request = (head + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").getBytes(UTF_8);
            return http.send(head.replaceFirst(" .*", ""), request).status();
        }
    }

    @Test
    void the_age_of_the_oldest_order_that_has_not_ended_is_a_metric() {
        UUID id = servers.getLast().place("c-oldest");
        DeadlineIT.backdate("8 minutes", id);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(SecondServer.telemetry().gauges("orderflow.order.oldest.age"))
                        .hasEntrySatisfying("PENDING", age -> assertThat(age).isBetween(480.0, 600.0))
                        .containsKey("RESERVED"));
        servers.getLast().cancel(id);
    }
}
