package dev.orderflow.localstack;

import java.util.Locale;

/** The three services, with their names in other places. */
public enum ServiceName {
    ORDER("orders"),
    INVENTORY("inventory"),
    PAYMENT("payments");

    private final String database;

    ServiceName(String database) {
        this.database = database;
    }

    /** Returns the name of the service's database and of its role. */
    public String database() {
        return database;
    }

    /** Returns {@code order}: the folder in liberty-config and the default server name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns {@code order-war}: the Maven module and the name of the WAR. */
    public String module() {
        return label() + "-war";
    }

    /** Returns {@code ORDER_DB_PASSWORD}, which is read if the database is external. */
    public String passwordVariable() {
        return name() + "_DB_PASSWORD";
    }

    /** Returns {@code ORDER_HTTP_PORT}, which changes the port of the launcher's server. */
    String portVariable() {
        return name() + "_HTTP_PORT";
    }
}
