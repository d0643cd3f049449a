package dev.orderflow.gatewaysimulator.domain;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * The position of a movement in the statement. Clients receive it encoded and must treat it as opaque, so that its form
 * can change.
 */
public record StatementCursor(Instant at, String key, String kind) {

    private static final int PARTS = 3;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** Returns the position before all movements of this time. */
    public static StatementCursor before(Instant at) {
        return new StatementCursor(at, "", "");
    }

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + kind + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Decodes a cursor.
     *
     * @throws IllegalArgumentException if {@link #encode} did not write it
     */
    public static StatementCursor decode(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", PARTS);
        if (parts.length < PARTS || parts[1].indexOf('\0') >= 0 || parts[2].indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A place has " + PARTS + " parts");
        }
        try {
            return new StatementCursor(time(parts[0]), parts[2], parts[1]);
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException(noTime);
        }
    }

    /**
     * Parses a time.
     *
     * @throws DateTimeException for times before 1970, or after the year 9999, which PostgreSQL could not store
     */
    public static Instant time(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
            throw new DateTimeException("Nothing moved at " + time);
        }
        return time;
    }
}
