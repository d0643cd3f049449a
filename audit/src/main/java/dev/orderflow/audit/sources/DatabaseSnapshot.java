package dev.orderflow.audit.sources;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/** One database at one moment, however long reading takes. Only the rows of one fetch are in memory. */
public final class DatabaseSnapshot implements AutoCloseable {

    private static final int FETCH = 1_000;

    private final String name;
    private final Connection connection;

    /** Maps a row. */
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
                // The first query takes the snapshot.
                settings.execute("select 1 from pg_class limit 1");
            }
        } catch (SQLException e) {
            close();
            throw failure(e);
        }
    }

    /** Opens a lazy cursor. The query must sort its rows by id. */
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

    /** Returns the number from a query with one row and one column. */
    public long number(String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Creates a parameter for {@code any(?)}. */
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
