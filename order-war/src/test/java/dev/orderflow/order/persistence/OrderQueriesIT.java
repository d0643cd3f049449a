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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.microshed.testing.jupiter.MicroShedTest;

/** The blocks that searches for a few open orders read among many old ones, with generic plans as in production. */
@MicroShedTest
class OrderQueriesIT {

    /** More blocks than a few orders and their index entries occupy, and a twentieth of all blocks. */
    private static final long FEW_BLOCKS = 40;

    private static BarePersistence persistence;

    @BeforeAll
    static void connect() {
        persistence = new BarePersistence("order", TestEnvironment.backends().adminDatabase(ServiceName.ORDER));
    }

    @AfterAll
    static void disconnect() {
        persistence.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderStatus.class,
            names = {"PENDING", "RESERVED"})
    void overdue_orders_are_found_without_reading_those_that_have_ended(OrderStatus status) {
        persistence.rollBack(entityManager -> {
            JpaOrders orders = amongManyConfirmed(entityManager);

            assertThat(persistence.blocksOf(() -> assertThat(orders.lockOverdue(status, Duration.ofDays(300), 100))
                            .hasSize(1)))
                    .isLessThan(FEW_BLOCKS);
        });
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void a_page_of_orders_of_one_status_is_found_without_reading_all_others(OrderStatus status) {
        persistence.rollBack(entityManager -> {
            JpaOrders orders = amongManyConfirmed(entityManager);

            assertThat(persistence.blocksOf(
                            () -> assertThat(orders.list(new OrderQuery(status, null, null, null, null, 1)))
                                    .hasSize(1)))
                    .isLessThan(FEW_BLOCKS);
        });
    }

    @Test
    void the_ages_of_the_oldest_orders_in_progress_are_found_without_reading_those_that_have_ended() {
        persistence.rollBack(entityManager -> {
            JpaOrders orders = amongManyConfirmed(entityManager);

            assertThat(persistence.blocksOf(() ->
                            assertThat(orders.oldest()).containsOnlyKeys(OrderStatus.PENDING, OrderStatus.RESERVED)))
                    .isLessThan(FEW_BLOCKS);
        });
    }

    private static JpaOrders amongManyConfirmed(EntityManager entityManager) {
        PlainSql.update(entityManager, "set local plan_cache_mode = force_generic_plan");
        PlainSql.update(entityManager, """
                insert into orders (id, version, customer_id, status, reason, currency, total, payment_token, created_at)
                select gen_random_uuid(), 2, 'c-' || n, status, case when status in ('REJECTED', 'CANCELLED') then 'EXPIRED' end,
                    'EUR', 1, 't', now() - interval '400 days' + n * interval '1 second'
                from generate_series(1, 40000) n, lateral (select case n
                    when 1 then 'PENDING' when 2 then 'RESERVED' when 3 then 'REJECTED' when 4 then 'CANCELLED'
                    else 'CONFIRMED' end) as given (status)""");
        PlainSql.update(entityManager, "analyze orders");
        var transaction = new LocalTransaction();
        return wire(
                new JpaOrders(),
                entityManager,
                wire(new BatchedWrites(), entityManager, transaction),
                wire(new TransactionEnd(), transaction));
    }
}
