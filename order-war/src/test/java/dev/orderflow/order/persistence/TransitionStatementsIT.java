package dev.orderflow.order.persistence;

import static dev.orderflow.chassis.harness.Wiring.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.chassis.harness.BarePersistence;
import dev.orderflow.chassis.harness.LocalTransaction;
import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.chassis.work.TransactionEnd;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.order.domain.NewTransition;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderLine;
import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.placing.Placements;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.microshed.testing.jupiter.MicroShedTest;

/** The statements that write status transitions. Each test rolls back, and uses a separate role for the statistics. */
@MicroShedTest
class TransitionStatementsIT {

    private static final int FEW = 5;
    private static final int MANY = 200;

    private static BarePersistence persistence;

    @BeforeAll
    static void connect() {
        persistence = new BarePersistence("order", TestEnvironment.backends().adminDatabase(ServiceName.ORDER));
        statementsOfSteps(1);
    }

    @AfterAll
    static void disconnect() {
        persistence.close();
    }

    @Test
    void many_orders_take_their_step_by_as_many_statements_as_a_few() {
        assertThat(statementsOfSteps(MANY)).isEqualTo(statementsOfSteps(FEW)).isPositive();
    }

    @Test
    void a_step_that_a_statement_has_written_is_what_the_entity_reads() {
        transact((tables, entityManager) -> {
            UUID id = tables.place(1).getFirst();
            Order order = tables.orders.lock(id).orElseThrow();
            tables.step(order, OrderSignal.STOCK_REJECTED);
            tables.write();

            Order read = tables.orders.find(id).orElseThrow();
            assertThat(read)
                    .usingRecursiveComparison()
                    .ignoringFields("updatedAt", "lines")
                    .isEqualTo(order);
            assertThat(read.status()).isEqualTo(OrderStatus.REJECTED);
            assertThat(read.version()).isEqualTo(1);
            assertThat(read.reason()).isNotNull();
            assertThat(read.lines()).hasSize(1);
        });
    }

    @Test
    void an_order_that_takes_two_steps_in_a_batch_is_written_as_it_is_in_the_end() {
        transact((tables, entityManager) -> {
            UUID id = tables.place(1).getFirst();
            Order order = tables.orders.lock(id).orElseThrow();
            tables.step(order, OrderSignal.STOCK_RESERVED);
            tables.step(tables.orders.lock(id).orElseThrow(), OrderSignal.PAYMENT_COMPLETED);
            tables.write();

            Order read = tables.orders.find(id).orElseThrow();
            assertThat(read.status()).isEqualTo(OrderStatus.CONFIRMED);
            assertThat(read.version()).isEqualTo(2);
        });
    }

    @Test
    void a_step_that_somebody_else_has_written_meanwhile_is_not_written_over() {
        transact((tables, entityManager) -> {
            UUID id = tables.place(1).getFirst();
            Order stale = tables.orders.find(id).orElseThrow();
            PlainSql.update(entityManager, "update orders set version = version + 1 where id = ?", id);
            tables.step(stale, OrderSignal.STOCK_RESERVED);

            assertThatThrownBy(tables::write).rootCause().hasMessageContaining("version");
        });
    }

    private static long statementsOfSteps(int orders) {
        long[] statements = new long[1];
        transact((tables, entityManager) -> {
            List<UUID> ids = tables.place(orders);
            statements[0] = persistence.statementsOf(() -> {
                tables.orders.lockAll(ids);
                ids.forEach(id -> tables.step(tables.orders.lock(id).orElseThrow(), OrderSignal.STOCK_RESERVED));
                tables.write();
            });
        });
        return statements[0];
    }

    private static void transact(BiConsumer<Tables, EntityManager> work) {
        persistence.rollBack(entityManager -> work.accept(new Tables(entityManager), entityManager));
    }

    /** The tables of orders in one transaction, without a container. */
    private static final class Tables {

        private final EntityManager entityManager;
        private final BatchedWrites writes;
        private final JpaOrders orders;
        private final SqlPlacements placements;

        Tables(EntityManager entityManager) {
            this.entityManager = entityManager;
            var transaction = new LocalTransaction();
            writes = wire(new BatchedWrites(), entityManager, transaction);
            orders = wire(new JpaOrders(), entityManager, writes, wire(new TransactionEnd(), transaction));
            placements = wire(new SqlPlacements(), entityManager, writes, orders);
        }

        List<UUID> place(int count) {
            List<UUID> ids = Stream.generate(UUID::randomUUID).limit(count).toList();
            ids.forEach(id -> placements.add(
                    new Placements.Placement(
                            new Placements.Key("c-steps", id.toString()),
                            new byte[32],
                            Order.place(
                                    id,
                                    "c-steps",
                                    List.of(new OrderLine("BOOK-001", "Book", 1, 2990)),
                                    "EUR",
                                    "tok_approve",
                                    Instant.EPOCH)),
                    UUID.randomUUID(),
                    null));
            write();
            return ids;
        }

        void step(Order order, OrderSignal signal) {
            OrderStatus before = order.status();
            order.advance(signal);
            orders.append(new NewTransition(
                    order.id(), before, order.status(), signal.name(), UUID.randomUUID(), null, null));
            orders.update(order);
        }

        /** Flushes and clears the persistence context, so that the next read queries the database. */
        void write() {
            writes.flush();
            entityManager.clear();
        }
    }
}
