package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.localstack.server.LibertyServer;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** How many orders a server takes. Nobody brings them to an end here. */
@MicroShedTest
@Order(SecondServer.LAST)
class IntakeIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    /** The second server takes so many orders more. */
    private static final int ROOM = 5;

    private static final int AT_ONCE = 32;

    private static LibertyServer full;

    @BeforeAll
    static void fill() {
        full = SecondServer.get();
        // Orders of other tests would reach their deadline meanwhile, and make room.
        Rows.execute("update orders set created_at = now() where status in ('PENDING', 'RESERVED')");
        Rows.execute("""
                insert into orders (id, version, customer_id, status, currency, total, payment_token)
                select gen_random_uuid(), 0, 'c-others', 'PENDING', 'EUR', 1, 'tok_approve' from generate_series(1, %d)""".formatted(SecondServer.INTAKE_MOST - ROOM - underWay()));
    }

    @AfterAll
    static void make_room() {
        Rows.execute("""
                update orders set status = 'CANCELLED', reason = 'CANCELLED_BY_CUSTOMER' where customer_id = 'c-others'""");
        // What it allows is what its last look said: the first request of the next tests may not be the one that looks.
        await().atMost(LIMIT)
                .until(() -> new Api(full.baseUri())
                                .place(UUID.randomUUID().toString(), "c-others", "BOOK-001", 1)
                                .statusCode()
                        == 201);
    }

    private static long underWay() {
        return Rows.number("select count(*) from orders where status in ('PENDING', 'RESERVED')");
    }

    @Test
    void what_cannot_be_finished_is_refused_before_it_leaves_a_trace_and_taken_once_there_is_room() {
        var server = new Api(full.baseUri());
        UUID last = null;
        for (int i = 0; i < ROOM; i++) {
            last = server.place("c-room");
        }
        String key = UUID.randomUUID().toString();
        HttpResponse<String> refused = server.place(key, "c-room", "BOOK-001", 1);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 30L);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JsonPath.from(refused.body()).getString("type")).isEqualTo("/problems/too-many-orders");
        assertThat(Rows.number("select count(*) from orders where customer_id = 'c-room'"))
                .isEqualTo(ROOM);

        server.cancel(last);
        await().atMost(LIMIT)
                .until(() -> server.place(key, "c-room", "BOOK-001", 1).statusCode() == 201);
        assertThat(Rows.number("select count(*) from orders where customer_id = 'c-room'"))
                .isEqualTo(ROOM + 1);
        await().atMost(LIMIT)
                .until(() -> SecondServer.telemetry().metrics().stream()
                        .anyMatch(metric -> metric.name().equals("orderflow.order.refused") && metric.total() >= 1));
    }

    /** Again where the machine is so slow that those who are placed first have given up the lock before the last comes. */
    @Test
    void more_than_may_be_placed_at_once_are_refused_at_once() {
        await().atMost(LIMIT).untilAsserted(() -> {
            List<HttpResponse<String>> answers = placeOneTooMany();
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

    /** At once, while the database holds them up until one is answered. */
    private static List<HttpResponse<String>> placeOneTooMany() throws Exception {
        var server = new Api(TestEnvironment.server().baseUri());
        try (var customers = Executors.newFixedThreadPool(AT_ONCE + 1)) {
            List<Future<HttpResponse<String>>> asked;
            try (var connection = TestEnvironment.backends()
                            .database(ServiceName.ORDER)
                            .connect();
                    var lock = connection.createStatement()) {
                connection.setAutoCommit(false);
                lock.execute("lock table idempotency_key in access exclusive mode");
                Callable<HttpResponse<String>> place =
                        () -> server.place(UUID.randomUUID().toString(), "c-at-once", "GHOST", 1);
                asked = Stream.generate(() -> customers.submit(place))
                        .limit(AT_ONCE + 1)
                        .toList();
                await().atMost(LIMIT).until(() -> asked.stream().anyMatch(Future::isDone));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> one : asked) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
