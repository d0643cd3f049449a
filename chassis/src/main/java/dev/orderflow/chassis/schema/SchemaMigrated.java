package dev.orderflow.chassis.schema;

/** Fired once, as a CDI event, when the database has the schema that the code expects: from now on work may begin. */
public record SchemaMigrated() {}
