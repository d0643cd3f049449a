package dev.orderflow.chassis.schema;

/** CDI event, fired once, when the database has the schema that the code expects. Observers may use the database. */
public record SchemaMigrated() {}
