package dev.orderflow.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.orderflow.events.InventoryEvent.InventoryReserved;
import dev.orderflow.events.OrderEvent.OrderConfirmed;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.events.OrderEvent.OrderRejected;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.events.SagaEvent;
import dev.orderflow.inventory.InventoryRows;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.ReservationStatus;
import dev.orderflow.inventory.domain.stock.MovementKind;
import dev.orderflow.inventory.domain.stock.StockBalance;
import dev.orderflow.inventory.domain.stock.StockItem;
import dev.orderflow.inventory.domain.stock.StockMovement;
import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BatchIT {

    private final Database database = TestEnvironment.backends().database(ServiceName.INVENTORY);
    private final Database admin = TestEnvironment.backends().adminDatabase(ServiceName.INVENTORY);
    private final ConsumerReplica replica = new ConsumerReplica(database);

    @BeforeAll
    static void migrate() {
        TestEnvironment.server();
    }

    @AfterEach
    void close() {
        replica.close();
    }

    @Test
    void a_batch_costs_the_same_number_of_statements_however_many_orders_it_has() throws SQLException {
        String[] skus = stocked(20, 1_000);
        try (var counted = new ConsumerReplica(admin)) {
            List<Map<String, Long>> small = statementsOfASaga(counted, 5, skus);
            List<Map<String, Long>> large = statementsOfASaga(counted, 200, skus);

            assertThat(large).isEqualTo(small);
            assertThat(large.getFirst())
                    .as("reserve: lock the reservations and the stock, write both, lines and movements")
                    .hasSize(6);
            assertThat(large.getLast())
                    .as("commit and release: lock the reservations and the stock, write both, and movements")
                    .hasSize(5);
            assertThat(large)
                    .allSatisfy(statements -> assertThat(statements.values()).containsOnly(1L))
                    .allSatisfy(statements -> assertThat(statements.keySet())
                            .filteredOn(sql -> sql.contains("for no key update"))
                            .hasSize(2)
                            .allSatisfy(sql -> assertThat(sql).contains("order by")));
        }
    }

    @Test
    void what_is_written_by_sets_is_read_by_entities_in_every_column() throws SQLException {
        String sku = stocked(1, 10)[0];
        database.execute("update stock set low_at = 3 where sku = '" + sku + "'");
        OrderCreated sold = order(new String[] {sku});
        OrderCreated held = order(new String[] {sku, sku});
        OrderCreated refused = order(new String[] {"T-" + UUID.randomUUID()});

        replica.handle(List.of(sold, held, refused));
        replica.handle(List.of(new OrderConfirmed(sold.orderId())));

        assertThat(columnsOf("reservation", "reservation_line", "stock", "stock_movement"))
                .as("columns that this test knows")
                .containsExactlyInAnyOrder(
                        "reservation.order_id",
                        "reservation.status",
                        "reservation.version",
                        "reservation.created_at",
                        "reservation.updated_at",
                        "reservation_line.order_id",
                        "reservation_line.sku",
                        "reservation_line.quantity",
                        "stock.sku",
                        "stock.on_hand",
                        "stock.reserved",
                        "stock.version",
                        "stock.low_at",
                        "stock_movement.id",
                        "stock_movement.seq",
                        "stock_movement.sku",
                        "stock_movement.kind",
                        "stock_movement.quantity",
                        "stock_movement.reserved_change",
                        "stock_movement.on_hand_after",
                        "stock_movement.reserved_after",
                        "stock_movement.at",
                        "stock_movement.order_id",
                        "stock_movement.idempotency_key",
                        "stock_movement.reason",
                        "stock_movement.version_after");
        assertReservation(sold, ReservationStatus.COMMITTED, 1, Map.of(sku, 1));
        assertReservation(held, ReservationStatus.HELD, 0, Map.of(sku, 2));
        assertReservation(refused, ReservationStatus.RELEASED, 0, Map.of());
        StockItem item = replica.read(entities -> entities.find(StockItem.class, sku));
        assertThat(item.balance()).as("changed by two batches").isEqualTo(new StockBalance(sku, 9, 2, 2));
        assertThat(item.lowAt()).isEqualTo(3);
        assertThat(movements(sku))
                .extracting(
                        StockMovement::kind,
                        StockMovement::quantity,
                        StockMovement::reservedChange,
                        StockMovement::after,
                        StockMovement::orderId)
                .containsExactly(
                        tuple(MovementKind.RESERVED, 0L, 1L, new StockBalance(sku, 10, 1, 0), sold.orderId()),
                        tuple(MovementKind.RESERVED, 0L, 2L, new StockBalance(sku, 10, 3, 0), held.orderId()),
                        tuple(MovementKind.SOLD, -1L, -1L, new StockBalance(sku, 9, 2, 0), sold.orderId()));
        assertThat(movements(sku))
                .allSatisfy(movement -> assertThat(movement.at()).isNotNull())
                .allSatisfy(movement -> assertThat(movement.idempotencyKey()).isNull())
                .allSatisfy(movement -> assertThat(movement.reason()).isNull())
                .allSatisfy(movement -> assertThat(movement.versionAfter()).isNull())
                .extracting(StockMovement::id)
                .doesNotHaveDuplicates();
    }

    /** The lock prevents this. If it did not, the conflict would still be detected. */
    @Test
    void a_row_that_somebody_else_has_changed_since_it_was_read_is_not_overwritten() throws SQLException {
        String[] skus = stocked(1, 10);
        OrderCreated order = order(skus);
        replica.handle(List.of(order));

        for (String row : List.of(
                "stock set version = version + 1 where sku = '%s'".formatted(skus[0]),
                "reservation set version = version + 1 where order_id = '%s'".formatted(order.orderId()))) {
            assertThatThrownBy(() -> replica.handleWhile(
                            List.of(new OrderConfirmed(order.orderId())),
                            entities ->
                                    entities.createNativeQuery("update " + row).executeUpdate()))
                    .hasStackTraceContaining("null value in column");
        }

        assertThat(numbers("select on_hand, reserved from stock where sku = ?", skus[0]))
                .containsExactly(10L, 1L);
    }

    @Test
    void a_batch_lets_each_order_see_what_the_ones_before_it_took() throws SQLException {
        String[] scarce = stocked(1, 10);

        replica.handle(orders(25, order -> scarce));

        assertThat(replica.answers).hasSize(25);
        assertThat(replica.answers.stream().limit(10)).allMatch(InventoryReserved.class::isInstance);
        assertThat(replica.answers.stream().skip(10)).noneMatch(InventoryReserved.class::isInstance);
    }

    @Test
    void a_batch_handles_all_events_of_an_order_whatever_their_sequence() throws SQLException {
        String[] skus = stocked(2, 10);
        OrderCreated sold = order(skus);
        OrderCreated givenBack = order(skus);
        OrderCreated buried = order(skus);

        replica.handle(List.of(
                sold,
                givenBack,
                new OrderRejected(buried.orderId(), "OUT_OF_STOCK"),
                new OrderConfirmed(sold.orderId()),
                new OrderRejected(givenBack.orderId(), "PAYMENT_DECLINED"),
                new OrderConfirmed(givenBack.orderId()),
                buried,
                sold));

        assertThat(replica.answers).hasSize(2).allMatch(InventoryReserved.class::isInstance);
        assertThat(numbers("select on_hand, reserved from stock where sku = ?", skus[0]))
                .containsExactly(9L, 0L);
    }

    @Test
    void a_batch_settles_old_orders_before_it_takes_new_ones() throws SQLException {
        String[] skus = stocked(2, 10);
        OrderCreated released = order(skus);
        OrderCreated sold = order(skus);
        replica.handle(List.of(released, sold));

        replica.handle(List.of(
                new OrderRejected(released.orderId(), "PAYMENT_DECLINED"),
                new OrderConfirmed(sold.orderId()),
                order(skus)));

        assertThat(numbers("select on_hand, reserved from stock where sku = ?", skus[0]))
                .containsExactly(9L, 1L);
    }

    @Test
    void a_batch_never_sells_twice_when_replicas_want_the_same_in_opposite_sequence() throws Exception {
        String[] skus = stocked(2, 50);
        String[] opposite = {skus[1], skus[0]};
        try (var second = new ConsumerReplica(database);
                var threads = Executors.newFixedThreadPool(2)) {
            Future<?> one = threads.submit(() ->
                    IntStream.range(0, 50).forEach(batch -> replica.handle(orders(2, order -> skus))));
            Future<?> other = threads.submit(() ->
                    IntStream.range(0, 50).forEach(batch -> second.handle(orders(2, order -> opposite))));
            one.get();
            other.get();

            assertThat(Stream.concat(replica.answers.stream(), second.answers.stream()))
                    .hasSize(200)
                    .filteredOn(InventoryReserved.class::isInstance)
                    .hasSize(50);
        }
        assertThat(numbers("select on_hand, reserved from stock where sku = ?", skus[0]))
                .containsExactly(50L, 50L);
    }

    private void assertReservation(
            OrderCreated order, ReservationStatus status, long version, Map<String, Integer> lines) {
        Reservation reservation = replica.read(entities -> {
            Reservation row = entities.find(Reservation.class, order.orderId());
            assertThat(row.lines()).isEqualTo(lines);
            return row;
        });
        assertThat(reservation.status()).isEqualTo(status);
        assertThat(reservation.version()).isEqualTo(version);
        assertThat(reservation.createdAt()).isNotNull();
        assertThat(reservation.updatedAt()).isNotNull();
        assertThat(Objects.equals(reservation.updatedAt(), reservation.createdAt()))
                .isEqualTo(version == 0);
    }

    /** Returns the movements of orders, oldest first. */
    private List<StockMovement> movements(String sku) {
        return replica.read(entities -> entities.createQuery(
                        "select m from StockMovement m where m.sku = :sku and m.orderId is not null order by m.seq",
                        StockMovement.class)
                .setParameter("sku", sku)
                .getResultList());
    }

    private List<String> columnsOf(String... tables) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (var connection = database.connect();
                var query = connection.prepareStatement(
                        "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public' and table_name = any(?)")) {
            query.setObject(1, tables);
            try (var result = query.executeQuery()) {
                while (result.next()) {
                    columns.add(result.getString(1));
                }
            }
        }
        return columns;
    }

    /**
     * Returns the statements of two batches. The first reserves; the second commits every other order and releases the
     * rest.
     */
    private List<Map<String, Long>> statementsOfASaga(ConsumerReplica counted, int orders, String[] skus)
            throws SQLException {
        List<SagaEvent> created =
                orders(orders, order -> new String[] {skus[order % skus.length], skus[(order + 7) % skus.length]});
        List<SagaEvent> ended = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            UUID orderId = created.get(order).orderId();
            ended.add(order % 2 == 0 ? new OrderConfirmed(orderId) : new OrderRejected(orderId, "PAYMENT_DECLINED"));
        }
        return List.of(statementsOf(counted, created), statementsOf(counted, ended));
    }

    /** Returns the number of executions of each statement, from PostgreSQL's statistics of this test's user. */
    private Map<String, Long> statementsOf(ConsumerReplica counted, List<SagaEvent> batch) throws SQLException {
        Map<String, Long> calls = new HashMap<>();
        try (var connection = admin.connect();
                var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
            counted.handle(batch);
            try (var result = statement.executeQuery("""
                    select query, sum(calls) from pg_stat_statements
                    where userid = current_user::regrole and toplevel and query ~ 'stock|reservation'
                    group by query""")) {
                while (result.next()) {
                    calls.put(result.getString(1), result.getLong(2));
                }
            }
        }
        return calls;
    }

    private static List<SagaEvent> orders(int count, IntFunction<String[]> skus) {
        return IntStream.range(0, count)
                .<SagaEvent>mapToObj(order -> order(skus.apply(order)))
                .toList();
    }

    private static OrderCreated order(String[] skus) {
        var lines =
                Arrays.stream(skus).map(sku -> new OrderCreated.Line(sku, 1)).toList();
        return new OrderCreated(
                UUID.randomUUID(), "c-1", lines, new PaymentRequest(2990, "EUR", "tok_approve", null), null);
    }

    private String[] stocked(int skus, int onHand) {
        String prefix = "T-" + UUID.randomUUID() + "-";
        String[] stocked =
                IntStream.range(0, skus).mapToObj(sku -> prefix + sku).toArray(String[]::new);
        Arrays.stream(stocked).forEach(sku -> new InventoryRows(database).stock(sku, onHand));
        return stocked;
    }

    private List<Long> numbers(String sql, String sku) throws SQLException {
        try (var connection = database.connect();
                var query = connection.prepareStatement(sql)) {
            query.setString(1, sku);
            try (var result = query.executeQuery()) {
                result.next();
                return List.of(result.getLong(1), result.getLong(2));
            }
        }
    }
}
