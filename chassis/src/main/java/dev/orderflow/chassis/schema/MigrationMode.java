package dev.orderflow.chassis.schema;

import java.util.Locale;

/** Which process migrates the schema. */
enum MigrationMode {
    /** This server, before it serves requests. */
    AT_START,
    /** A separate job. This server waits for it and needs no right to change the schema. */
    BY_JOB,
    /** This server, which then exits. */
    AS_JOB;

    /** Converter for MicroProfile Config: {@code at-start}, {@code by-job} or {@code as-job}. */
    public static MigrationMode of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
