package dev.orderflow.systemtests.recovery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.ProofSize;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.Shop;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Backends fail and come back. Nothing is lost, and all services recover without intervention. */
class OutageProofIT {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    /** Orders placed sequentially while Kafka is down: for some seconds, or for some minutes. */
    private static final int PLACED_WITHOUT_KAFKA = ProofSize.of(200, 20_000);

    private static final int UNDER_WAY = 200;

    private static Shop shop;

    private final String sku = "OUTAGE-" + UUID.randomUUID();

    @BeforeAll
    static void open() {
        shop = Shop.open();
    }

    @Test
    void orders_are_taken_while_kafka_is_away_and_all_are_confirmed_once_it_is_back() {
        shop.stock(sku, 1250, PLACED_WITHOUT_KAFKA);
        var kafka = shop.stack().backends().kafka();
        kafka.kill();
        try {
            long begin = System.nanoTime();
            place("tok_approve", PLACED_WITHOUT_KAFKA);
            System.out.printf("OutageProofIT: Kafka was away for %d s%n", millisSince(begin) / 1000);
            requireAlive();
        } finally {
            kafka.start();
        }
        awaitConfirmed("Kafka is back", PLACED_WITHOUT_KAFKA);
        shop.awaitLevel(sku, 0);
        shop.requireSound();
    }

    @Test
    void sagas_under_way_wait_for_a_database_that_dies_and_go_on() {
        shop.stock(sku, 1250, UNDER_WAY);
        var postgres = shop.stack().backends().postgres();
        var payment = shop.stack().server(ServiceName.PAYMENT);
        long waiting;
        place("tok_slow", UNDER_WAY - 1);
        // The outage starts under load, so that at least the last order waits for it.
        payment.pause();
        try {
            place("tok_slow", 1);
            waiting = unconfirmed();
            postgres.kill();
        } finally {
            payment.resume();
        }
        try {
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(get(ServiceName.ORDER, "/api/orders")).isEqualTo(503));
            requireAlive();
            assertThat(List.of(ServiceName.values())).allMatch(service -> get(service, "/health/ready") == 200);
        } finally {
            postgres.start();
        }
        awaitConfirmed("the database is back", waiting);
        shop.awaitLevel(sku, 0);
        shop.requireSound();
    }

    private void place(String token, int count) {
        for (int i = 0; i < count; i++) {
            shop.place(token, sku);
        }
    }

    private static void requireAlive() {
        assertThat(List.of(ServiceName.values())).allMatch(service -> get(service, "/health/live") == 200);
    }

    private static int get(ServiceName service, String path) {
        return given().get(shop.url(service, path)).statusCode();
    }

    /** @param waiting how many orders were not confirmed before */
    private void awaitConfirmed(String since, long waiting) {
        long begin = System.nanoTime();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> unconfirmed() < waiting);
        long first = millisSince(begin);
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> unconfirmed() == 0);
        long last = millisSince(begin);
        System.out.printf(
                "OutageProofIT: %s: %d orders wait; the first is confirmed after %d ms, the last after %d ms; %.0f orders a second%n",
                since, waiting, first, last, waiting * 1e3 / last);
    }

    /** Returns the number of orders of the test. */
    private long unconfirmed() {
        return shop.number(ServiceName.ORDER, """
                select count(*) from orders join order_line on order_id = id where status <> 'CONFIRMED' and sku = '%s'""".formatted(sku));
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }
}
