package dev.orderflow.chassis.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a transaction writes in one statement per table, however many they are. They are collected until
 * {@link #flush}, or until the commit begins: the first statement that got a row runs first, with its rows in the
 * sequence in which they came. A failure rolls the transaction back.
 *
 * <p>Entities are not flushed before: a row must not refer to an entity that is still to be inserted.
 */
@ApplicationScoped
public class BatchedWrites {

    @PersistenceContext
    EntityManager entityManager;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /**
     * Writes any number of rows.
     *
     * @param sql takes an array for each column: {@code insert into t (a, b) select * from unnest(?, ?)}
     * @param types of the elements of these arrays, as PostgreSQL names them
     */
    public record Statement(String sql, List<String> types) {

        public Statement(String sql, String... types) {
            this(sql, List.of(types));
        }
    }

    /**
     * Adds a row to what the current transaction writes.
     *
     * @param row a value for each array of the statement
     * @throws IllegalStateException without a transaction, or when it can only be rolled back
     */
    public void add(Statement statement, @Nullable Object... row) {
        if (row.length != statement.types().size()) {
            throw new IllegalArgumentException("%d values for %d columns: %s"
                    .formatted(row.length, statement.types().size(), statement.sql()));
        }
        collected().rows.computeIfAbsent(statement, first -> new ArrayList<>()).add(row);
    }

    /**
     * As {@link #add}, but replaces the row with the same first value, if there is one that is not written yet: what a
     * transaction changes twice is updated once.
     */
    public void put(Statement statement, @Nullable Object... row) {
        List<@Nullable Object[]> rows = collected().rows.get(statement);
        if (rows != null) {
            rows.removeIf(other -> Objects.equals(row[0], other[0]));
        }
        add(statement, row);
    }

    /** Writes what has been collected so far. Without effect where nothing has. */
    public void flush() {
        if (transaction.getResource(BatchedWrites.class) instanceof Collected collected) {
            collected.beforeCompletion();
        }
    }

    private Collected collected() {
        if (transaction.getResource(BatchedWrites.class) instanceof Collected collected) {
            return collected;
        }
        Collected collected = new Collected();
        transaction.registerInterposedSynchronization(collected);
        transaction.putResource(BatchedWrites.class, collected);
        return collected;
    }

    private final class Collected implements Synchronization {

        private final Map<Statement, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

        @Override
        public void beforeCompletion() {
            if (rows.isEmpty()) {
                return;
            }
            entityManager.<Connection>runWithConnection(connection -> {
                for (Map.Entry<Statement, List<@Nullable Object[]>> write : rows.entrySet()) {
                    write(connection, write.getKey(), write.getValue());
                }
            });
            rows.clear();
        }

        @Override
        public void afterCompletion(int status) {
            // Everything is written, or rolled back.
        }
    }

    private static void write(Connection connection, Statement statement, List<@Nullable Object[]> rows)
            throws SQLException {
        try (var prepared = connection.prepareStatement(statement.sql())) {
            for (int column = 0; column < statement.types().size(); column++) {
                @Nullable Object[] values = new Object[rows.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = rows.get(i)[column];
                }
                prepared.setArray(
                        column + 1, connection.createArrayOf(statement.types().get(column), values));
            }
            prepared.executeUpdate();
        }
    }
}
