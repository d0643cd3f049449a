package dev.orderflow.audit.sources;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** The connection to one service's database, as any role that may read it. */
public record DatabaseSource(String service, String url, String user, String password) {

    private static final String CONNECT_LIMIT_S = "10";

    /**
     * Reads the variables {@code <service>_DB_HOST}, {@code _PORT}, {@code _NAME}, {@code _USER} and {@code _PASSWORD}.
     * Host and port default to {@code DB_HOST} and {@code DB_PORT}.
     */
    static DatabaseSource of(String service, String database, Map<String, String> environment) {
        String prefix = service + "_DB_";
        String host = environment.getOrDefault(prefix + "HOST", environment.getOrDefault("DB_HOST", "localhost"));
        String port = environment.getOrDefault(prefix + "PORT", environment.getOrDefault("DB_PORT", "5432"));
        String password = environment.get(prefix + "PASSWORD");
        if (password == null) {
            throw new AuditFailure(
                    prefix + "PASSWORD is not set: the audit needs the password of every service's database.");
        }
        return new DatabaseSource(
                service,
                "jdbc:postgresql://%s:%s/%s".formatted(host, port, environment.getOrDefault(prefix + "NAME", database)),
                environment.getOrDefault(prefix + "USER", database),
                password);
    }

    public Connection connect() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_LIMIT_S);
        properties.setProperty("loginTimeout", CONNECT_LIMIT_S);
        properties.setProperty("ApplicationName", "orderflow-audit");
        // Findings go to logs, so errors must not contain rows.
        properties.setProperty("logServerErrorDetail", "false");
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            throw new AuditFailure(
                    "%s as %s cannot be reached: %s Set %s_DB_HOST, _PORT, _NAME, _USER and _PASSWORD."
                            .formatted(url, user, e.getMessage(), service),
                    e);
        }
    }
}
