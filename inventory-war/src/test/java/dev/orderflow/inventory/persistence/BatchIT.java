package dev.orderflow.inventory.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.events.Event;
import dev.orderflow.events.InventoryEvent.InventoryReserved;
import dev.orderflow.events.OrderEvent.OrderConfirmed;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.events.OrderEvent.OrderRejected;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.inventory.Rows;
import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private final Replica replica = new Replica(database);

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

        List<List<String>> small = statementsOfASaga(5, skus);
        List<List<String>> large = statementsOfASaga(200, skus);

        assertThat(large.stream().map(List::size).toList())
                .isEqualTo(small.stream().map(List::size).toList());
        assertThat(large.getFirst())
                .as(
                        "reserve: lock the reservations, lock the stock, insert reservations, lines and movements, update the stock")
                .hasSize(6);
        assertThat(large.getLast())
                .as(
                        "commit and release: lock the reservations, read their lines, lock the stock, update both, insert movements")
                .hasSize(6);
        assertThat(large)
                .allSatisfy(statements -> assertThat(statements)
                        .filteredOn(sql -> sql.contains("for no key update"))
                        .hasSize(2)
                        .allSatisfy(sql -> assertThat(sql).contains("order by")));
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
        try (var second = new Replica(database);
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

    /** The statements of two batches: one that reserves, one that commits every other order and releases the rest. */
    private List<List<String>> statementsOfASaga(int orders, String[] skus) {
        List<Event> created =
                orders(orders, order -> new String[] {skus[order % skus.length], skus[(order + 7) % skus.length]});
        List<Event> ended = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            UUID orderId = created.get(order).orderId();
            ended.add(order % 2 == 0 ? new OrderConfirmed(orderId) : new OrderRejected(orderId, "PAYMENT_DECLINED"));
        }
        return List.of(statementsOf(created), statementsOf(ended));
    }

    private List<String> statementsOf(List<Event> batch) {
        replica.statements.clear();
        replica.handle(batch);
        return List.copyOf(replica.statements);
    }

    private static List<Event> orders(int count, IntFunction<String[]> skus) {
        return IntStream.range(0, count)
                .<Event>mapToObj(order -> order(skus.apply(order)))
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
        Arrays.stream(stocked).forEach(sku -> new Rows(database).stock(sku, onHand));
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
