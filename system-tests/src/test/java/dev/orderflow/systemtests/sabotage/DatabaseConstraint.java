package dev.orderflow.systemtests.sabotage;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.sql.SQLException;
import java.util.Locale;

/** A rule that the database itself enforces, as the last line of defence. */
enum DatabaseConstraint {
    NO_MORE_IS_RESERVED_THAN_THERE_IS(
            ServiceName.INVENTORY,
            "alter table stock drop constraint no_oversell",
            DatabaseConstraint.STOCK,
            "update stock set reserved = 2 where sku = 'X'"),
    NOTHING_IS_TAKEN_TWICE_FOR_AN_ORDER(
            ServiceName.INVENTORY,
            "alter table stock_movement drop constraint once_per_order_and_sku",
            DatabaseConstraint.STOCK + DatabaseConstraint.MOVEMENT,
            DatabaseConstraint.MOVEMENT),
    THE_STOCK_LEDGER_IS_ONLY_ADDED_TO(
            ServiceName.INVENTORY,
            "alter table stock_movement disable trigger stock_movement_append_only",
            DatabaseConstraint.STOCK + DatabaseConstraint.MOVEMENT,
            "delete from stock_movement where sku = 'X'"),
    AN_ORDER_IS_CAPTURED_ONCE(
            ServiceName.PAYMENT,
            "alter table payment_entry drop constraint payment_entry_pkey cascade",
            DatabaseConstraint.PAYMENT + DatabaseConstraint.CAPTURE,
            DatabaseConstraint.CAPTURE),
    AS_MUCH_IS_REFUNDED_AS_WAS_CAPTURED(
            ServiceName.PAYMENT,
            "alter table payment_entry drop constraint payment_entry_order_id_amount_fkey",
            DatabaseConstraint.PAYMENT + DatabaseConstraint.CAPTURE,
            "insert into payment_entry (order_id, kind, amount) values ('" + DatabaseConstraint.ID + "', 'REFUND', 6)"),
    A_KEY_IS_STORED_ONCE(
            ServiceName.ORDER,
            "alter table idempotency_key drop constraint idempotency_key_pkey",
            DatabaseConstraint.ORDER + DatabaseConstraint.KEY,
            DatabaseConstraint.KEY),
    WHAT_IS_REJECTED_HAS_A_REASON(
            ServiceName.ORDER,
            "alter table orders drop constraint reason_tells_why",
            DatabaseConstraint.ORDER,
            "update orders set status = 'REJECTED'"),
    AN_ORDERS_HISTORY_IS_ONLY_ADDED_TO(
            ServiceName.ORDER,
            "alter table order_history disable trigger order_history_append_only",
            "",
            "delete from order_history");

    private static final String ID = "0198c0de-0000-7000-8000-00000000abcd";
    private static final String STOCK = "insert into stock (sku, on_hand) values ('X', 1); "
            + "insert into reservation (order_id, status, version) values ('" + ID + "', 'HELD', 0); ";
    private static final String MOVEMENT = "insert into stock_movement"
            + " (id, sku, kind, quantity, reserved_change, on_hand_after, reserved_after, order_id)"
            + " values (uuidv7(), 'X', 'RESERVED', 0, 1, 1, 1, '" + ID + "'); ";
    private static final String PAYMENT = "insert into payment (order_id, status, amount, currency, token)"
            + " values ('" + ID + "', 'COMPLETED', 5, 'EUR', 't'); ";
    private static final String CAPTURE =
            "insert into payment_entry (order_id, kind, amount) values ('" + ID + "', 'CAPTURE', 5); ";
    private static final String ORDER =
            "insert into orders (id, version, customer_id, status, currency, total, payment_token)" + " values ('" + ID
                    + "', 0, 'c-1', 'PENDING', 'EUR', 5, 't'); ";
    private static final String KEY =
            "insert into idempotency_key values ('c-1', 'k', sha256('x'), '" + ID + "', 201, '', '', ''); ";

    private final ServiceName service;
    private final String drop;
    private final String before;
    private final String illegal;

    DatabaseConstraint(ServiceName service, String drop, String before, String illegal) {
        this.service = service;
        this.drop = drop;
        this.before = before;
        this.illegal = illegal;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns whether a violation succeeds. Its transaction is rolled back. */
    boolean isMissing() throws SQLException {
        return allows("");
    }

    /** Returns whether a violation succeeds without the constraint. Everything is rolled back. */
    boolean isMissedOnceDropped() throws SQLException {
        return allows(drop);
    }

    private boolean allows(String first) throws SQLException {
        Database database = TestEnvironment.backends().database(service);
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(first + "; " + before);
            try {
                statement.execute(illegal);
                return true;
            } catch (SQLException refused) {
                return false;
            } finally {
                connection.rollback();
            }
        }
    }
}
