package dev.orderflow.gatewaysimulator.persistence;

import dev.orderflow.gatewaysimulator.domain.LedgerFailure;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Runs one statement on its own connection. */
record Sql(DataSource database) {

    private static final Pattern TRANSIENT = Pattern.compile("(08|53|57).*");

    @FunctionalInterface
    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    <T> List<T> query(String sql, Parameters parameters, Row<T> reader) {
        return execute(sql, parameters, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        });
    }

    int update(String sql, Parameters parameters) {
        return execute(sql, parameters, PreparedStatement::executeUpdate);
    }

    private <T> T execute(String sql, Parameters parameters, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            return work.with(statement);
        } catch (SQLException failure) {
            throw new LedgerFailure(isTransient(failure), failure);
        }
    }

    /** Connection exceptions, insufficient resources, a shutdown, an empty pool. */
    private static boolean isTransient(SQLException failure) {
        return failure instanceof SQLTransientException
                || TRANSIENT.matcher(String.valueOf(failure.getSQLState())).matches();
    }
}
