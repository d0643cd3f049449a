package dev.orderflow.localstack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One database and one least-privilege role per service; may be run again over whatever an earlier run has made. */
record Roles(Postgres postgres) {
    void create() {
        try {
            try (Connection connection = postgres.admin("postgres").connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
                for (ServiceName service : ServiceName.values()) {
                    createDatabase(statement, service);
                }
            }
            for (ServiceName service : ServiceName.values()) {
                grantSchema(service);
            }
        } catch (SQLException e) {
            throw new StackFailure("Cannot create the databases: " + e.getMessage(), e);
        }
    }

    private void createDatabase(Statement statement, ServiceName service) throws SQLException {
        String name = service.database();
        if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + name + "'")) {
            statement.execute("CREATE ROLE " + name + " LOGIN");
        }
        statement.execute("ALTER ROLE " + name + " PASSWORD '"
                + postgres.database(service).password() + "'");
        if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + name + "'")) {
            statement.execute("CREATE DATABASE " + name);
        }
        statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        statement.execute("GRANT CONNECT, CREATE ON DATABASE " + name + " TO " + name);
    }

    private void grantSchema(ServiceName service) throws SQLException {
        try (Connection connection = postgres.admin(service.database()).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            statement.execute("GRANT USAGE, CREATE ON SCHEMA public TO " + service.database());
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
