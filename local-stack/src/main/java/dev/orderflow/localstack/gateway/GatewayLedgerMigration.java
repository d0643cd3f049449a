package dev.orderflow.localstack.gateway;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.StackFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;

/**
 * Copies the simulated gateway's ledger from a schema of the payment database, where it was originally, to its own
 * database.
 *
 * @param payments source
 * @param gateway target
 */
record GatewayLedgerMigration(Database payments, Database gateway) {

    private record Table(String name, List<String> columns) {}

    /** Sorted by foreign keys. */
    private static final List<Table> TABLES = List.of(
            new Table(
                    "charge",
                    List.of("key", "order_id", "amount", "currency", "token", "status", "reason", "created_at")),
            new Table("movement", List.of("key", "kind", "amount", "moved_at")),
            new Table("lost_request", List.of("key")),
            new Table("switches", List.of("the_only_row", "scenario", "decline_reason", "percent")));

    private static final int BATCH = 1_000;

    /** Returns whether the old ledger has charges and the new one has none. */
    boolean isRequired() {
        return hasRows(payments, "gateway.charge") && !hasRows(gateway, "public.charge");
    }

    private static boolean hasRows(Database database, String table) {
        return database.value(Boolean.class, "select to_regclass(?) is not null", table)
                && database.value(Boolean.class, "select exists (select from " + table + ")");
    }

    /** Copies all rows in one transaction. The new tables must exist. */
    void copy() {
        try (Connection from = payments.connect();
                Connection to = gateway.connect()) {
            from.setAutoCommit(false); // otherwise the driver fetches all rows at once
            to.setAutoCommit(false);
            for (Table table : TABLES) {
                copy(from, to, table);
            }
            to.commit();
        } catch (SQLException e) {
            throw new StackFailure("Cannot copy the ledger of the simulated gateway: " + e.getMessage(), e);
        }
    }

    private static void copy(Connection from, Connection to, Table table) throws SQLException {
        String names = String.join(", ", table.columns);
        String places = String.join(", ", Collections.nCopies(table.columns.size(), "?"));
        try (Statement select = from.createStatement();
                PreparedStatement insert =
                        to.prepareStatement("insert into " + table.name + " (" + names + ") values (" + places + ")")) {
            select.setFetchSize(BATCH);
            try (ResultSet row = select.executeQuery("select " + names + " from gateway." + table.name)) {
                for (int count = 1; row.next(); count++) {
                    for (int column = 1; column <= table.columns.size(); column++) {
                        insert.setObject(column, row.getObject(column));
                    }
                    insert.addBatch();
                    if (count % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
            }
            insert.executeBatch();
        }
    }
}
