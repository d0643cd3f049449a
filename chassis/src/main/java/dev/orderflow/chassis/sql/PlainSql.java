package dev.orderflow.chassis.sql;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements in the caller's transaction, with the database's own types, and without entities. Nothing is flushed
 * before.
 */
public final class PlainSql {

    private PlainSql() {}

    /** Makes something of the row that the result stands at. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows of a query, or of a change that returns some; the statement limits them. */
    public static <T> List<T> select(
            EntityManager entityManager, String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return entityManager.<Connection, List<T>>callWithConnection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                try (var row = statement.executeQuery()) {
                    List<T> rows = new ArrayList<>();
                    while (row.next()) {
                        rows.add(reader.read(row));
                    }
                    return rows;
                }
            }
        });
    }

    /** Returns how many rows it changed. */
    public static int update(EntityManager entityManager, String sql, @Nullable Object... parameters) {
        return entityManager.<Connection, Integer>callWithConnection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(statement, parameters);
                return statement.executeUpdate();
            }
        });
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
