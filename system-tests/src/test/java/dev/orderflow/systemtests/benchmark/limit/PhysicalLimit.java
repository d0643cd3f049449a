package dev.orderflow.systemtests.benchmark.limit;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.backends.Backends;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Measures PostgreSQL alone with the statements of sagas: the same tables in a schema of their own, one transaction per
 * status transition, over JDBC. The limit is optimistic, because it has no triggers, no foreign keys and no relay.
 */
public final class PhysicalLimit implements AutoCloseable {

    private static final String SCHEMA = "physical_limit";
    private static final int SKUS = 1000;

    private static final List<String> ORDER_TABLES =
            List.of("orders", "order_line", "order_history", "idempotency_key", "product", "outbox", "inbox");
    private static final List<String> INVENTORY_TABLES =
            List.of("stock", "reservation", "reservation_line", "stock_movement", "outbox", "inbox");
    private static final List<String> PAYMENT_TABLES = List.of("payment", "payment_entry", "outbox", "inbox");

    private static final String HEADERS =
            "{\"ce_id\":\"%s\",\"traceparent\":\"%s\"}".formatted("x".repeat(36), "x".repeat(300));
    private static final String PAYLOAD =
            "{\"orderId\":\"%s\",\"lines\":\"%s\"}".formatted("x".repeat(36), "x".repeat(150));

    private final Backends backends;

    public PhysicalLimit(Backends backends) {
        this.backends = backends;
        make(ServiceName.ORDER, ORDER_TABLES);
        make(ServiceName.INVENTORY, INVENTORY_TABLES);
        make(ServiceName.PAYMENT, PAYMENT_TABLES);
        backends.database(ServiceName.ORDER)
                .execute("insert into " + SCHEMA
                        + ".product select 'S-' || n, 'Product', 1000, 0 from generate_series(0, " + (SKUS - 1)
                        + ") n");
        backends.database(ServiceName.INVENTORY)
                .execute("insert into " + SCHEMA
                        + ".stock (sku, on_hand) select 'S-' || n, 1000000000 from generate_series(0, " + (SKUS - 1)
                        + ") n");
    }

    private void make(ServiceName service, List<String> tables) {
        var database = backends.database(service);
        backends.adminDatabase(service)
                .execute("drop schema if exists " + SCHEMA + " cascade; create schema " + SCHEMA + " authorization "
                        + database.user());
        tables.forEach(table ->
                database.execute("create table %s.%s (like public.%s including all)".formatted(SCHEMA, table, table)));
    }

    @Override
    public void close() {
        for (ServiceName service : ServiceName.values()) {
            backends.adminDatabase(service).execute("drop schema " + SCHEMA + " cascade");
        }
    }

    /** Returns orders per second; each thread runs one saga at a time. */
    public double sagasPerSecond(int threads, Duration time) {
        return perSecond(threads, time, (sql, id) -> {
            sql.create(id);
            sql.reserve(id);
            sql.step(id, "RESERVED", false);
            sql.intend(id);
            sql.complete(id);
            sql.step(id, "CONFIRMED", true);
            sql.commit(id);
        });
    }

    /** Returns orders per second if orders are only placed. */
    public double createsPerSecond(int threads, Duration time) {
        return perSecond(threads, time, Session::create);
    }

    @FunctionalInterface
    private interface Work {
        void on(Session sql, UUID id) throws SQLException;
    }

    private double perSecond(int threads, Duration time, Work work) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        long done = 0;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                counts.add(pool.submit(() -> {
                    try (Session session = new Session()) {
                        long count = 0;
                        for (; System.nanoTime() < end; count++) {
                            work.on(session, UUID.randomUUID());
                        }
                        return count;
                    }
                }));
            }
            for (Future<Long> count : counts) {
                done += count.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The limit could not be measured", e);
        }
        return done / ((System.nanoTime() - begin) / 1e9);
    }

    /** The connections of one thread, with prepared statements. */
    private final class Session implements AutoCloseable {

        private final Connection order = open(ServiceName.ORDER);
        private final Connection inventory = open(ServiceName.INVENTORY);
        private final Connection payment = open(ServiceName.PAYMENT);

        Session() throws SQLException {}

        private Connection open(ServiceName service) throws SQLException {
            Connection connection = backends.database(service).connect();
            connection.setSchema(SCHEMA);
            connection.setAutoCommit(false);
            return connection;
        }

        void create(UUID id) throws SQLException {
            run(order, "select pg_try_advisory_xact_lock(hashtextextended(?, 0))", id.toString());
            run(order, "select * from idempotency_key where customer_id = ? and key = ?", "c-1", id.toString());
            run(order, "select p.*, now() from product p where sku = ?", sku());
            run(
                    order,
                    "insert into orders (id, version, customer_id, status, currency, total, payment_token, created_at,"
                            + " updated_at) values (?, 0, 'c-1', 'PENDING', 'EUR', 1000, 'tok_approve', now(), now())",
                    id);
            run(
                    order,
                    "insert into order_line (order_id, position, sku, name, quantity, unit_price)"
                            + " values (?, 0, ?, 'Product', 1, 1000)",
                    id,
                    sku());
            run(
                    order,
                    "insert into order_history (id, order_id, to_status, cause, trace_parent)"
                            + " values (gen_random_uuid(), ?, 'PENDING', 'PLACED', ?)",
                    id,
                    "x".repeat(55));
            publish(order, id);
            run(
                    order,
                    "insert into idempotency_key (customer_id, key, fingerprint, order_id)"
                            + " values ('c-1', ?, sha256('x'), ?)",
                    id.toString(),
                    id);
            order.commit();
        }

        void reserve(UUID id) throws SQLException {
            String sku = sku();
            receive(inventory);
            run(inventory, "select * from reservation where order_id = ? for no key update", id);
            run(inventory, "select * from stock where sku = ? for no key update", sku);
            run(inventory, "insert into reservation (order_id, status, version) values (?, 'HELD', 0)", id);
            run(inventory, "insert into reservation_line (order_id, sku, quantity) values (?, ?, 1)", id, sku);
            move(id, sku, "RESERVED", 0, 1);
            publish(inventory, id);
            run(inventory, "update stock set reserved = reserved + 1, version = version + 1 where sku = ?", sku);
            inventory.commit();
        }

        void step(UUID id, String status, boolean tell) throws SQLException {
            receive(order);
            run(order, "select * from orders where id = ? for no key update", id);
            run(
                    order,
                    "update orders set status = ?, version = version + 1, updated_at = now() where id = ?",
                    status,
                    id);
            run(
                    order,
                    "insert into order_history (id, order_id, from_status, to_status, cause, event_id, trace_parent)"
                            + " values (gen_random_uuid(), ?, 'PENDING', ?, 'SIGNAL', gen_random_uuid(), ?)",
                    id,
                    status,
                    "x".repeat(55));
            if (tell) {
                publish(order, id);
            }
            order.commit();
        }

        void intend(UUID id) throws SQLException {
            receive(payment);
            run(payment, "insert into payment (order_id) values (?) on conflict do nothing", id);
            run(payment, "select * from payment where order_id = ? for no key update", id);
            run(
                    payment,
                    "update payment set status = 'PENDING', amount = 1000, currency = 'EUR', token = 'tok_approve',"
                            + " version = version + 1 where order_id = ?",
                    id);
            payment.commit();
        }

        void complete(UUID id) throws SQLException {
            run(payment, "select * from payment where order_id = ? for no key update", id);
            run(payment, "insert into payment_entry (order_id, kind, amount) values (?, 'AUTHORISE', 1000)", id);
            run(payment, "insert into payment_entry (order_id, kind, amount) values (?, 'CAPTURE', 1000)", id);
            publish(payment, id);
            run(payment, "update payment set status = 'COMPLETED', version = version + 1 where order_id = ?", id);
            payment.commit();
        }

        void commit(UUID id) throws SQLException {
            String sku = sku();
            receive(inventory);
            run(
                    inventory,
                    "select * from reservation r join reservation_line using (order_id) where order_id = ?"
                            + " for no key update of r",
                    id);
            run(inventory, "select * from stock where sku = ? for no key update", sku);
            run(
                    inventory,
                    "update reservation set status = 'COMMITTED', version = version + 1, updated_at = now()"
                            + " where order_id = ?",
                    id);
            move(id, sku, "SOLD", -1, -1);
            run(inventory, "update stock set on_hand = on_hand - 1, version = version + 1 where sku = ?", sku);
            inventory.commit();
        }

        private void move(UUID id, String sku, String kind, int quantity, int reservedChange) throws SQLException {
            run(
                    inventory,
                    "insert into stock_movement (id, sku, kind, quantity, reserved_change, on_hand_after,"
                            + " reserved_after, order_id) values (gen_random_uuid(), ?, ?, ?, ?, 1, 1, ?)",
                    sku,
                    kind,
                    quantity,
                    reservedChange,
                    id);
        }

        private void receive(Connection connection) throws SQLException {
            run(
                    connection,
                    "insert into inbox (event_id) values (?) on conflict do nothing returning event_id",
                    UUID.randomUUID());
        }

        private void publish(Connection connection, UUID id) throws SQLException {
            run(
                    connection,
                    "insert into outbox (id, topic, record_key, payload, headers) values (?, 'orderflow.orders.v1', ?, ?, ?)",
                    id,
                    id.toString(),
                    PAYLOAD,
                    HEADERS);
        }

        private void run(Connection connection, String statement, Object... parameters) throws SQLException {
            // The driver keeps a statement prepared on the server after five executions.
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                for (int i = 0; i < parameters.length; i++) {
                    prepared.setObject(i + 1, parameters[i]);
                }
                prepared.execute();
            }
        }

        private static String sku() {
            return "S-" + ThreadLocalRandom.current().nextInt(SKUS);
        }

        @Override
        public void close() throws SQLException {
            order.close();
            inventory.close();
            payment.close();
        }
    }
}
