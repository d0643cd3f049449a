package dev.orderflow.chassis.sql;

import static java.util.stream.Collectors.joining;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the rows of a transaction and writes them with one statement per table: at {@link #flush}, or before the
 * commit. Entities are flushed first. Statements run in the order of their first row, and write their rows in the order
 * of the calls. A failure rolls the transaction back.
 */
@ApplicationScoped
public class BatchedWrites {

    @PersistenceContext
    EntityManager entityManager;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /**
     * A statement that writes any number of rows, passed as one array per column.
     *
     * @param types PostgreSQL names of the arrays' element types
     */
    public record Statement(String sql, List<String> types) {

        /**
         * Creates an insert.
         *
         * @param columns names and types of the columns: {@code "id uuid, name text"}
         */
        public static Statement insert(String table, String columns) {
            Columns rows = Columns.of(columns);
            return new Statement(
                    "insert into %s (%s) select * from unnest(%s)".formatted(table, rows.names(), rows.parameters()),
                    rows.types());
        }

        /**
         * Creates a statement of any form.
         *
         * @param columns names and types of the columns: {@code "id uuid, name text"}
         * @param sql {@code %s} is replaced by the rows, a relation named {@code given}
         */
        public static Statement of(String columns, String sql) {
            Columns rows = Columns.of(columns);
            return new Statement(
                    sql.formatted("unnest(%s) as given (%s)".formatted(rows.parameters(), rows.names())), rows.types());
        }
    }

    private record Columns(String names, String parameters, List<String> types) {

        private static final Pattern COMMA = Pattern.compile(", *");

        static Columns of(String columns) {
            List<String> all = COMMA.splitAsStream(columns).toList();
            return new Columns(
                    all.stream()
                            .map(column -> column.substring(0, column.indexOf(' ')))
                            .collect(joining(", ")),
                    String.join(", ", Collections.nCopies(all.size(), "?")),
                    all.stream()
                            .map(column -> column.substring(column.indexOf(' ') + 1))
                            .toList());
        }
    }

    /**
     * Adds a row to the current transaction.
     *
     * @param row one value per column of the statement
     * @throws IllegalStateException without a transaction, or if it is marked for rollback
     */
    public void add(Statement statement, @Nullable Object... row) {
        put(statement, new Object(), row);
    }

    /** Adds a row that replaces an unwritten row with the same first value. */
    public void put(Statement statement, @Nullable Object... row) {
        put(statement, Objects.requireNonNull(row[0]), row);
    }

    private void put(Statement statement, Object key, @Nullable Object[] row) {
        if (row.length != statement.types().size()) {
            throw new IllegalArgumentException("%d values for %d columns: %s"
                    .formatted(row.length, statement.types().size(), statement.sql()));
        }
        collected()
                .rows
                .computeIfAbsent(statement, first -> new LinkedHashMap<>())
                .put(key, row);
    }

    /**
     * Writes all entities and rows of the current transaction now, so that a violation fails here and not in the
     * commit.
     */
    public void flush() {
        entityManager.flush();
        if (transaction.getResource(BatchedWrites.class) instanceof CollectedRows collected) {
            collected.write();
        }
    }

    private CollectedRows collected() {
        if (transaction.getResource(BatchedWrites.class) instanceof CollectedRows collected) {
            return collected;
        }
        CollectedRows collected = new CollectedRows();
        transaction.registerInterposedSynchronization(collected);
        transaction.putResource(BatchedWrites.class, collected);
        return collected;
    }

    private final class CollectedRows implements Synchronization {

        private final Map<Statement, Map<Object, @Nullable Object[]>> rows = new LinkedHashMap<>();

        @Override
        public void beforeCompletion() {
            if (!rows.isEmpty()) {
                flush();
            }
        }

        private void write() {
            if (rows.isEmpty()) {
                return;
            }
            entityManager.<Connection>runWithConnection(connection -> execute(connection, rows));
            rows.clear();
        }

        @Override
        public void afterCompletion(int status) {
            // Nothing to do: everything is written or rolled back.
        }
    }

    /** Sends all statements in one round trip. */
    private static void execute(Connection connection, Map<Statement, Map<Object, @Nullable Object[]>> rows)
            throws SQLException {
        String sql = rows.keySet().stream().map(Statement::sql).collect(joining(";"));
        try (var prepared = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (Map.Entry<Statement, Map<Object, @Nullable Object[]>> each : rows.entrySet()) {
                List<String> types = each.getKey().types();
                List<@Nullable Object[]> given = List.copyOf(each.getValue().values());
                for (int column = 0; column < types.size(); column++) {
                    prepared.setArray(parameter++, connection.createArrayOf(types.get(column), column(given, column)));
                }
            }
            prepared.execute();
        }
    }

    private static @Nullable Object[] column(List<@Nullable Object[]> rows, int column) {
        @Nullable Object[] values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i)[column];
        }
        return values;
    }
}
