package dev.orderflow.localstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** How one role reaches one database. */
public record Database(String host, int port, String name, String user, String password) {
    private static final String LIMIT_S = "5";

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    /** A new connection, to be closed by the caller; gives up after 5 s. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", LIMIT_S);
        properties.setProperty("loginTimeout", LIMIT_S);
        return DriverManager.getConnection(jdbcUrl(), properties);
    }
}
