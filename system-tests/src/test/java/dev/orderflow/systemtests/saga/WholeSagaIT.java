package dev.orderflow.systemtests.saga;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WholeSagaIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int THREADS = 8;
    private static final long PRICE = 1250;
    private static final long OTHER_PRICE = 500;

    /** For orders that compete for the last units. Any of them may win. */
    private static final String ANY = "any";

    /** The expected final status of an order. */
    private record Expected(
            UUID id, String status, @Nullable String reason) {}

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open();
    }

    @ParameterizedTest
    @EnumSource
    void every_service_refuses_with_problem_details_under_the_trace_of_the_caller(ServiceName service) {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        Map<String, Integer> requests = Map.of("/nothing", 404, "/api/nothing", 404, "/api/a%2fb", 400);
        requests.forEach((path, status) -> given().urlEncodingEnabled(false)
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .get(shop.url(service, path))
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("traceId", equalTo(trace)));
        given().contentType("application/json")
                .body("x".repeat(65_537))
                .post(shop.url(service, "/api/nothing"))
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    /** Reads the stream without curl, which may not be installed. */
    @Test
    void the_order_that_the_start_suggests_is_accepted() {
        String suggested = shop.stack()
                .welcome()
                .lines()
                .filter(line -> line.contains("-d '"))
                .findFirst()
                .orElseThrow()
                .replace("$(date +%s)", "1700000000");
        var request = given();
        Pattern.compile("-H ['\"]([^:]+): ([^'\"]+)['\"]")
                .matcher(suggested)
                .results()
                .forEach(header -> request.header(header.group(1), header.group(2)));
        request.body(found("-d '([^']+)'", suggested))
                .post(found("(http://\\S+)", suggested))
                .then()
                .statusCode(201);
    }

    private static String found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_order_whose_reservation_expires_is_cancelled_and_nobody_pays_for_it() {
        String sku = "EXPIRES-" + UUID.randomUUID();
        shop.stock(sku, PRICE, 5);
        var payment = shop.stack().server(ServiceName.PAYMENT);
        payment.pause();
        UUID id;
        try {
            id = shop.place("tok_approve", sku);
            await().atMost(LIMIT).until(() -> shop.order(id).getString("status").equals("RESERVED"));

            shop.stack().backends().database(ServiceName.INVENTORY).execute("""
                    update reservation set created_at = created_at - interval '2 hours' where order_id = '%s'""".formatted(id));

            await().atMost(LIMIT).until(() -> shop.order(id).getString("status").equals("CANCELLED"));
            assertThat(shop.order(id).getString("reason")).isEqualTo("EXPIRED");
            assertThat(shop.causes(id)).containsExactly("PLACED", "STOCK_RESERVED", "RESERVATION_EXPIRED");
        } finally {
            payment.resume();
        }
        shop.requireSound();
        assertThat(shop.kept(id)).isZero();
        shop.awaitLevel(sku, 5);
    }

    @Test
    void three_hundred_orders_from_eight_threads_all_end_as_they_must_and_everything_adds_up() throws Exception {
        String plenty = "PLENTY-" + UUID.randomUUID();
        String other = "OTHER-" + UUID.randomUUID();
        String scarce = "SCARCE-" + UUID.randomUUID();
        shop.stock(plenty, PRICE, 1000);
        shop.stock(other, OTHER_PRICE, 1000);
        shop.stock(scarce, PRICE, 25);

        List<Callable<Expected>> orders = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            orders.add(() -> new Expected(shop.place("tok_approve", plenty), "CONFIRMED", null));
            orders.add(() -> new Expected(shop.place("tok_approve", plenty, other), "CONFIRMED", null));
            orders.add(() -> new Expected(shop.place("tok_decline", other), "REJECTED", "PAYMENT_DECLINED"));
            orders.add(() -> new Expected(shop.place("tok_approve", plenty, "NONE-001"), "REJECTED", "OUT_OF_STOCK"));
            orders.add(() -> new Expected(shop.place("tok_approve", other, scarce), ANY, null));
        }
        Collections.shuffle(orders, new Random(42));

        List<Expected> all = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Expected> future : threads.invokeAll(orders)) {
                all.add(future.get());
            }
        }
        List<Expected> placed =
                all.stream().filter(order -> !order.status().equals(ANY)).toList();
        List<UUID> rivals = all.stream()
                .filter(order -> order.status().equals(ANY))
                .map(Expected::id)
                .toList();
        assertThat(placed).hasSize(240);
        assertThat(rivals).hasSize(60);

        shop.requireSound();

        for (Expected expected : placed) {
            var order = shop.order(expected.id());
            assertThat(order.getString("status")).isEqualTo(expected.status());
            assertThat(order.getString("reason")).isEqualTo(expected.reason());
        }
        List<UUID> winners = rivals.stream()
                .filter(id -> shop.order(id).getString("status").equals("CONFIRMED"))
                .toList();
        assertThat(winners).hasSize(25);
        rivals.stream()
                .filter(id -> !winners.contains(id))
                .forEach(id -> assertThat(shop.order(id).getString("reason")).isEqualTo("OUT_OF_STOCK"));

        shop.awaitLevel(plenty, 1000 - 120);
        shop.awaitLevel(other, 1000 - 60 - 25);
        shop.awaitLevel(scarce, 0);
        shop.awaitLevel("NONE-001", 0);
        assertThat(shop.payment(winners.getFirst()).getLong("amount")).isEqualTo(PRICE + OTHER_PRICE);
    }
}
