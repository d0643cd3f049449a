package dev.orderflow.order;

import dev.orderflow.localstack.EmbeddedEnvironment;
import dev.orderflow.localstack.ServiceName;
import java.sql.SQLException;

/** Looks behind the scenes. */
final class Rows {

    private Rows() {}

    /** The number that a query with one row and column answers. */
    static long number(String sql, Object... parameters) {
        var database = EmbeddedEnvironment.backends().database(ServiceName.ORDER);
        try (var connection = database.connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static void execute(String sql) {
        try (var connection = EmbeddedEnvironment.backends()
                        .database(ServiceName.ORDER)
                        .connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
