package dev.orderflow.gatewaysimulator.domain;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a movement stands in the statement. Clients get it encoded and must not read it, so that it may change. */
public record StatementCursor(Instant at, String key, String kind) {

    private static final int PARTS = 3;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** Before all movements of that time. */
    public static StatementCursor before(Instant at) {
        return new StatementCursor(at, "", "");
    }

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + kind + " " + key).getBytes(StandardCharsets.UTF_8));
    }

    /** Fails with an IllegalArgumentException for anything that {@link #encode} does not write. */
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

    /** PostgreSQL knows other years too, but nothing moved then. */
    public static Instant time(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
            throw new DateTimeException("Nothing moved at " + time);
        }
        return time;
    }
}
