package dev.orderflow.localstack.backends.postgres;

import dev.orderflow.localstack.StackFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates one database and one least-privilege role per service and for the simulated gateway. Idempotent. */
public record DatabaseRoles(PostgresBackend postgres) {
    public void create() {
        try {
            try (Connection connection = postgres.admin("postgres").connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
                for (String database : PostgresBackend.databases()) {
                    createDatabase(statement, database);
                }
            }
            for (String database : PostgresBackend.databases()) {
                grantSchema(database);
            }
        } catch (SQLException e) {
            throw new StackFailure("Cannot create the databases: " + e.getMessage(), e);
        }
    }

    private void createDatabase(Statement statement, String name) throws SQLException {
        if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + name + "'")) {
            statement.execute("CREATE ROLE " + name + " LOGIN");
        }
        statement.execute(
                "ALTER ROLE " + name + " PASSWORD '" + postgres.database(name).password() + "'");
        if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + name + "'")) {
            statement.execute("CREATE DATABASE " + name);
        }
        statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        statement.execute("GRANT CONNECT, CREATE ON DATABASE " + name + " TO " + name);
    }

    private void grantSchema(String name) throws SQLException {
        try (Connection connection = postgres.admin(name).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            statement.execute("GRANT USAGE, CREATE ON SCHEMA public TO " + name);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
