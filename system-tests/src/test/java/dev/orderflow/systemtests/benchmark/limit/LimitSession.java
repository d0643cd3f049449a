package dev.orderflow.systemtests.benchmark.limit;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.backends.Backends;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The connections of one thread to the three databases, with the statements of a saga. */
final class LimitSession implements AutoCloseable {

    private static final String HEADERS =
            "{\"ce_id\":\"%s\",\"traceparent\":\"%s\"}".formatted("x".repeat(36), "x".repeat(300));
    private static final String PAYLOAD =
            "{\"orderId\":\"%s\",\"lines\":\"%s\"}".formatted("x".repeat(36), "x".repeat(150));

    private final int skus;
    private final Connection order;
    private final Connection inventory;
    private final Connection payment;

    LimitSession(Backends backends, String schema, int skus) throws SQLException {
        this.skus = skus;
        this.order = open(backends.database(ServiceName.ORDER), schema);
        this.inventory = open(backends.database(ServiceName.INVENTORY), schema);
        this.payment = open(backends.database(ServiceName.PAYMENT), schema);
    }

    private static Connection open(Database database, String schema) throws SQLException {
        Connection connection = database.connect();
        connection.setSchema(schema);
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

    void transition(UUID id, String status, boolean publishes) throws SQLException {
        receive(order);
        run(order, "select * from orders where id = ? for no key update", id);
        run(order, "update orders set status = ?, version = version + 1, updated_at = now() where id = ?", status, id);
        run(
                order,
                "insert into order_history (id, order_id, from_status, to_status, cause, event_id, trace_parent)"
                        + " values (gen_random_uuid(), ?, 'PENDING', ?, 'SIGNAL', gen_random_uuid(), ?)",
                id,
                status,
                "x".repeat(55));
        if (publishes) {
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

    private String sku() {
        return "S-" + ThreadLocalRandom.current().nextInt(skus);
    }

    @Override
    public void close() throws SQLException {
        order.close();
        inventory.close();
        payment.close();
    }
}
