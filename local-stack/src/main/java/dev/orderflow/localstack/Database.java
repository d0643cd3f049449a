package dev.orderflow.localstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/** The connection of one role to one database. */
public record Database(String host, int port, String name, String user, String password) {
    private static final String LIMIT_S = "5";

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    /** Returns the variables that point a program to this database. */
    public Map<String, String> environment() {
        return Map.of(
                "DB_HOST",
                host,
                "DB_PORT",
                Integer.toString(port),
                "DB_NAME",
                name,
                "DB_USER",
                user,
                "DB_PASSWORD",
                password);
    }

    /** Opens a connection, which the caller closes. Times out after 5 s. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", LIMIT_S);
        properties.setProperty("loginTimeout", LIMIT_S);
        return DriverManager.getConnection(jdbcUrl(), properties);
    }

    /** Returns the number from a query with one row and one column, of any numeric type. For tests. */
    public long number(String sql, Object... parameters) {
        return ask(result -> result.getLong(1), sql, parameters);
    }

    /** Returns the value from a query with one row and one column. For tests. */
    public <T> T value(Class<T> type, String sql, Object... parameters) {
        return ask(result -> result.getObject(1, type), sql, parameters);
    }

    private <T> T ask(Answer<T> answer, String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return answer.read(result);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private interface Answer<T> {
        T read(ResultSet result) throws SQLException;
    }

    /** Runs a statement. For tests. */
    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
