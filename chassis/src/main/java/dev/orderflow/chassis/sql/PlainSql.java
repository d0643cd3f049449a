package dev.orderflow.chassis.sql;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs plain SQL in the caller's transaction, with PostgreSQL's own types. It does not flush entities. */
public final class PlainSql {

    private PlainSql() {}

    /** Maps the current row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Returns all rows of a query, or of a change with a returning clause. The statement must limit them. */
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

    /** Returns the number of changed rows. */
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
