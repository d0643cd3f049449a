package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.events.Topics;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.messaging.harness.KafkaTestClient;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class DeadlineIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int BATCH = 100;

    private static KafkaTestClient wire;
    private static OtherServices others;

    private final OrderApiClient api =
            new OrderApiClient(TestEnvironment.server().baseUri());

    @BeforeAll
    static void connect() {
        wire = new KafkaTestClient(TestEnvironment.backends().bootstrapServers(), Topics.ORDERS);
        others = new OtherServices(wire);
    }

    @AfterAll
    static void disconnect() {
        wire.close();
    }

    @Test
    void an_order_that_is_stuck_beyond_the_limit_of_its_status_is_cancelled_as_expired_and_others_are_not() {
        UUID pending = api.place("c-1");
        UUID reserved = api.place("c-1");
        UUID stillReserved = api.place("c-1");
        UUID confirmed = api.place("c-1");
        UUID young = api.place("c-1");
        others.reserved(reserved);
        others.reserved(stillReserved);
        others.paid(confirmed);
        awaitStatus(reserved, "RESERVED");
        awaitStatus(stillReserved, "RESERVED");
        awaitStatus(confirmed, "CONFIRMED");

        backdate("12 minutes", stillReserved);
        backdate("7 minutes", young);
        backdate("11 minutes", pending);
        backdate("16 minutes", reserved, confirmed);

        awaitStatus(pending, "CANCELLED");
        awaitStatus(reserved, "CANCELLED");
        assertThat(order(pending).getString("reason")).isEqualTo("EXPIRED");
        assertThat(api.cancel(pending).statusCode()).isEqualTo(200);
        await().atMost(LIMIT)
                .until(() -> wire.consumedOf(reserved).stream()
                        .anyMatch(event -> event.type().equals("dev.orderflow.order.cancelled.v1")
                                && event.payload().contains("EXPIRED")));
        assertThat(order(young).getString("status")).isEqualTo("PENDING");
        assertThat(order(stillReserved).getString("status")).isEqualTo("RESERVED");
        assertThat(order(confirmed).getString("status")).isEqualTo("CONFIRMED");
    }

    @Test
    void an_order_whose_reservation_expired_is_cancelled_even_if_it_was_confirmed() {
        UUID reserved = api.place("c-1");
        UUID confirmed = api.place("c-1");
        others.reserved(reserved);
        others.reserved(confirmed);
        others.paid(confirmed);
        awaitStatus(reserved, "RESERVED");
        awaitStatus(confirmed, "CONFIRMED");

        for (UUID order : List.of(reserved, confirmed)) {
            others.reservationExpired(order);
        }

        for (UUID order : List.of(reserved, confirmed)) {
            awaitStatus(order, "CANCELLED");
            assertThat(order(order).getString("reason")).isEqualTo("EXPIRED");
            await().atMost(LIMIT)
                    .until(() -> wire.consumedOf(order).stream()
                            .anyMatch(event -> event.type().equals("dev.orderflow.order.cancelled.v1")
                                    && event.payload().contains("EXPIRED")));
        }
    }

    @Test
    void many_overdue_orders_are_cancelled_in_bounded_batches_oldest_first() {
        List<UUID> orders = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            orders.add(api.place("c-many"));
        }
        OrderRows.execute("""
                update orders set created_at = created_at - interval '1 hour'
                where customer_id = 'c-many' and status = 'PENDING'""");
        await().atMost(LIMIT).until(() -> OrderRows.number("""
                        select count(*) from orders where customer_id = 'c-many' and reason = 'EXPIRED'""") == orders.size());
        assertThat(OrderRows.number("""
                select max(n) from (select count(*) n from order_history h join orders o on o.id = h.order_id
                where cause = 'DEADLINE_PASSED' and customer_id = 'c-many' group by h.xmin::text)""")).isEqualTo(BATCH);
        assertThat(OrderRows.number("""
                select count(*) from (
                  select o.created_at < lag(o.created_at) over (order by h.seq) as before_its_elder
                  from order_history h join orders o on o.id = h.order_id
                  where cause = 'DEADLINE_PASSED' and customer_id = 'c-many') where before_its_elder""")).isZero();
    }

    static void backdate(String age, UUID... orders) {
        for (UUID order : orders) {
            OrderRows.execute(
                    "update orders set created_at = now() - interval '%s' where id = '%s'".formatted(age, order));
        }
    }

    private void awaitStatus(UUID id, String status) {
        await().atMost(LIMIT).until(() -> order(id).getString("status").equals(status));
    }

    private JsonPath order(UUID id) {
        return JsonPath.from(api.get("/api/orders/" + id).body());
    }
}
