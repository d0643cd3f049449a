package dev.orderflow.chassis.schema;

import java.util.Locale;

/** Who migrates the schema, and when. */
enum MigrationMode {
    /** This server, before it serves. */
    AT_START,
    /** Somebody else: this server waits for it, and needs no right to change the schema. */
    BY_JOB,
    /** This server, and then it ends. */
    AS_JOB;

    /** MicroProfile Config's way from the text of a setting: {@code at-start}, {@code by-job} or {@code as-job}. */
    public static MigrationMode of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
