package dev.orderflow.order;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microshed.testing.jupiter.MicroShedTest;

/** Many concurrent orders: 32 are placed at once, and the others wait for a slot. */
@MicroShedTest
@Order(SecondServer.LAST)
class PlacesIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int AT_ONCE = 32;

    private static final URI SERVER = TestEnvironment.server().baseUri();

    @ParameterizedTest
    @CsvSource({"40, 0", "200, 10"})
    void a_burst_on_an_idle_system_is_taken_whole(int orders, int millisBetween) throws Exception {
        try (var customers = Executors.newScheduledThreadPool(orders)) {
            List<Future<HttpResponse<String>>> asked = new ArrayList<>();
            for (int i = 0; i < orders; i++) {
                asked.add(customers.schedule(() -> place(SERVER, "BOOK-001"), (long) i * millisBetween, MILLISECONDS));
            }
            assertThat(statuses(asked)).hasSize(orders).containsOnly(201);
        }
    }

    /** Repeats if, on a slow machine, the first requests give up the lock before the last request arrives. */
    @Test
    void who_finds_no_place_in_time_is_refused_and_the_others_are_placed() {
        URI server = SecondServer.get().baseUri();
        await().atMost(LIMIT).untilAsserted(() -> {
            List<HttpResponse<String>> answers = new ArrayList<>();
            try (var customers = Executors.newFixedThreadPool(AT_ONCE + 1)) {
                List<Future<HttpResponse<String>>> asked = new ArrayList<>();
                try (Connection lock = lock()) {
                    for (int i = 0; i <= AT_ONCE; i++) {
                        asked.add(customers.submit(() -> place(server, "GHOST")));
                    }
                    await().atMost(LIMIT).until(() -> asked.stream().anyMatch(Future::isDone));
                    lock.rollback();
                }
                for (Future<HttpResponse<String>> one : asked) {
                    answers.add(one.get());
                }
            }
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 503)
                    .singleElement()
                    .satisfies(refused -> {
                        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
                        assertThat(refused.body()).contains("/problems/too-many-orders");
                    });
            assertThat(answers)
                    .as("there is no GHOST, as the others hear once the database answers")
                    .filteredOn(answer -> answer.statusCode() == 422)
                    .hasSize(AT_ONCE);
        });
    }

    /** Sends more requests than may be placed or wait, with a thread for each. */
    @Test
    void who_waits_for_a_place_holds_up_nobody_who_wants_something_else() throws Exception {
        int orders = 300;
        try (var customers = Executors.newFixedThreadPool(orders)) {
            List<Future<HttpResponse<String>>> asked = new ArrayList<>();
            try (Connection lock = lock()) {
                for (int i = 0; i < orders; i++) {
                    asked.add(customers.submit(() -> place(SERVER, "GHOST")));
                }
                await().atMost(LIMIT).until(() -> asked.stream().anyMatch(Future::isDone));
                long begin = System.nanoTime();
                assertThat(new OrderApiClient(SERVER).get("/health/live").statusCode())
                        .isEqualTo(200);
                assertThat(new OrderApiClient(SERVER).get("/api/products").statusCode())
                        .isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
                lock.rollback();
            }
            assertThat(statuses(asked)).containsOnly(422, 503);
        }
    }

    /** Blocks all placements until it is closed or PostgreSQL's timeout expires. */
    private static Connection lock() throws SQLException {
        Connection connection =
                TestEnvironment.backends().database(ServiceName.ORDER).connect();
        connection.setAutoCommit(false);
        RetryIT.execute(connection, "lock table idempotency_key in access exclusive mode");
        return connection;
    }

    private static HttpResponse<String> place(URI server, String sku) {
        return new OrderApiClient(server).place(UUID.randomUUID().toString(), "c-at-once", sku, 1);
    }

    private static List<Integer> statuses(List<Future<HttpResponse<String>>> asked) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (Future<HttpResponse<String>> one : asked) {
            statuses.add(one.get().statusCode());
        }
        return statuses;
    }
}
