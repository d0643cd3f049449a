package dev.orderflow.localstack;

import java.util.Locale;

/** The three services, with the names under which the rest of the stack knows them. */
public enum ServiceName {
    ORDER("orders"),
    INVENTORY("inventory"),
    PAYMENT("payments");

    private final String database;

    ServiceName(String database) {
        this.database = database;
    }

    /** The service's database; its role has the same name. */
    public String database() {
        return database;
    }

    /** {@code order}: the folder in liberty-config and the default name of a server. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code order-war}: the Maven module, and the file name of the WAR. */
    public String module() {
        return label() + "-war";
    }

    /** {@code ORDER_DB_PASSWORD}: read when the database comes from outside. */
    public String passwordVariable() {
        return name() + "_DB_PASSWORD";
    }

    /** {@code ORDER_HTTP_PORT}: changes the port of the launcher's server. */
    String portVariable() {
        return name() + "_HTTP_PORT";
    }
}
