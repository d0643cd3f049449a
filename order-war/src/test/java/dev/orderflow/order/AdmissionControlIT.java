package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.server.LibertyServer;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** A server limits the number of open orders. In this class, no order is completed. */
@MicroShedTest
@Order(SecondServer.LAST)
class AdmissionControlIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    /** The second server admits this many more orders. */
    private static final int ROOM = 5;

    private static LibertyServer full;

    @BeforeAll
    static void fill() {
        full = SecondServer.get();
        // Orders of other tests would otherwise expire and make room.
        OrderRows.execute("update orders set created_at = now() where status in ('PENDING', 'RESERVED')");
        OrderRows.execute("""
                insert into orders (id, version, customer_id, status, currency, total, payment_token)
                select gen_random_uuid(), 0, 'c-others', 'PENDING', 'EUR', 1, 'tok_approve' from generate_series(1, %d)""".formatted(SecondServer.INTAKE_MOST - ROOM - underWay()));
    }

    @AfterAll
    static void make_room() {
        OrderRows.execute("""
                update orders set status = 'CANCELLED', reason = 'CANCELLED_BY_CUSTOMER' where customer_id = 'c-others'""");
        // Admission uses the last measurement, which may be older than the first request of the next tests.
        await().atMost(LIMIT)
                .until(() -> new OrderApiClient(full.baseUri())
                                .place(UUID.randomUUID().toString(), "c-others", "BOOK-001", 1)
                                .statusCode()
                        == 201);
    }

    private static long underWay() {
        return OrderRows.number("select count(*) from orders where status in ('PENDING', 'RESERVED')");
    }

    @Test
    void what_cannot_be_finished_is_refused_before_it_leaves_a_trace_and_taken_once_there_is_room() {
        var server = new OrderApiClient(full.baseUri());
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
        assertThat(OrderRows.number("select count(*) from orders where customer_id = 'c-room'"))
                .isEqualTo(ROOM);

        server.cancel(last);
        await().atMost(LIMIT)
                .until(() -> server.place(key, "c-room", "BOOK-001", 1).statusCode() == 201);
        assertThat(OrderRows.number("select count(*) from orders where customer_id = 'c-room'"))
                .isEqualTo(ROOM + 1);
        await().atMost(LIMIT)
                .until(() -> SecondServer.telemetry().metrics().stream()
                        .anyMatch(metric -> metric.name().equals("orderflow.order.refused") && metric.total() >= 1));
    }
}
