package dev.orderflow.audit.sources;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * One database as it was at one moment, however long reading it takes. Nothing is held in memory but the rows of one
 * fetch.
 */
public final class DatabaseSnapshot implements AutoCloseable {

    private static final int FETCH = 1_000;

    private final String name;
    private final Connection connection;

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    DatabaseSnapshot(DatabaseSource source) {
        this.name = source.url();
        this.connection = source.connect();
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try (var settings = connection.createStatement()) {
                settings.execute("set local work_mem = '32MB'");
                settings.execute("set local jit = off");
                // Takes the snapshot: not before the first query.
                settings.execute("select 1 from pg_class limit 1");
            }
        } catch (SQLException e) {
            close();
            throw failure(e);
        }
    }

    /** Rows in the sequence of their ids, as far as they are asked for. */
    public <T> SortedCursor<T> cursor(String sql, Reader<T> reader) {
        try {
            return new SortedCursor<>(prepare(sql), reader, this::failure);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    public <T> void forEach(String sql, Reader<T> reader, Consumer<? super T> consumer, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                consumer.accept(reader.read(row));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The number that a query with one row and one column answers. */
    public long number(String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** For an {@code = any(?)}. */
    public Object array(String type, Object[] values) {
        try {
            return connection.createArrayOf(type, values);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private AuditFailure failure(SQLException cause) {
        return new AuditFailure(
                name + " cannot be read: " + cause.getMessage()
                        + " The audit needs the tables of this version of Orderflow and the right to read them.",
                cause);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
