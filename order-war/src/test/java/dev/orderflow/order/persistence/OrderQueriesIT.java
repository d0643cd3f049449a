package dev.orderflow.order.persistence;

import static dev.orderflow.chassis.harness.Wiring.wire;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.BarePersistence;
import dev.orderflow.chassis.harness.LocalTransaction;
import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.chassis.work.TransactionEnd;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.order.domain.OrderQuery;
import dev.orderflow.order.domain.OrderStatus;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** How much the searches for a few orders read among many of other statuses, with generic plans as in production. */
@MicroShedTest
class OrderQueriesIT {

    /** More blocks than a few orders and their index entries occupy, and fewer than the orders of a large status. */
    private static final long FEW_BLOCKS = 40;

    /** At most a read of a block for each open order, and a fifth of what reading all orders takes. */
    private static final long ALL_OPEN_BLOCKS = 8_000;

    private static BarePersistence persistence;

    @BeforeAll
    static void connect() {
        persistence = new BarePersistence("order", TestEnvironment.backends().adminDatabase(ServiceName.ORDER));
    }

    @AfterAll
    static void disconnect() {
        persistence.close();
    }

    @Test
    void searches_for_a_few_orders_do_not_read_those_of_other_statuses() {
        persistence.rollBack(entityManager -> {
            JpaOrders orders = amongMany(entityManager);
            SoftAssertions blocks = new SoftAssertions();

            for (OrderStatus status : List.of(OrderStatus.PENDING, OrderStatus.RESERVED)) {
                blocks.assertThat(persistence.blocksOf(
                                () -> assertThat(orders.lockOverdue(status, Duration.ofDays(300), 1))
                                        .hasSize(1)))
                        .as("overdue, %s", status)
                        .isLessThan(FEW_BLOCKS);
            }
            for (OrderStatus status : OrderStatus.values()) {
                blocks.assertThat(persistence.blocksOf(
                                () -> assertThat(orders.list(new OrderQuery(status, null, null, null, null, 1)))
                                        .hasSize(1)))
                        .as("a page of %s", status)
                        .isLessThan(FEW_BLOCKS);
            }
            blocks.assertThat(persistence.blocksOf(() ->
                            assertThat(orders.oldest()).containsOnlyKeys(OrderStatus.PENDING, OrderStatus.RESERVED)))
                    .as("the oldest")
                    .isLessThan(ALL_OPEN_BLOCKS);
            blocks.assertAll();
        });
    }

    /**
     * Confirmed and reserved orders, and one of each other status that is as old. One confirmed order is newer than those
     * that other tests leave.
     */
    private static JpaOrders amongMany(EntityManager entityManager) {
        PlainSql.update(entityManager, "set local plan_cache_mode = force_generic_plan");
        PlainSql.update(entityManager, """
                insert into orders (id, version, customer_id, status, reason, currency, total, payment_token, created_at)
                select gen_random_uuid(), 2, 'c-' || n, status, case when status in ('REJECTED', 'CANCELLED') then 'EXPIRED' end,
                    'EUR', 1, 't', now() + n * interval '1 second' - case when n < 40000 then interval '400 days' else '0' end
                from generate_series(1, 40000) n, lateral (select case
                    when n = 7001 then 'PENDING' when n = 7002 then 'REJECTED' when n = 7003 then 'CANCELLED'
                    when n < 5000 then 'RESERVED' else 'CONFIRMED' end) as given (status)""");
        PlainSql.update(entityManager, "analyze orders");
        var transaction = new LocalTransaction();
        return wire(
                new JpaOrders(),
                entityManager,
                wire(new BatchedWrites(), entityManager, transaction),
                wire(new TransactionEnd(), transaction));
    }
}
