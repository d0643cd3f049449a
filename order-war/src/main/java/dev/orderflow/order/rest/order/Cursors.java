package dev.orderflow.order.rest.order;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderQuery.Cursor;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Encodes the position of an order in the list. The text is opaque to clients, so its format may change. */
final class Cursors {

    private static final int BYTES = 3 * Long.BYTES;
    private static final long MICROS = 1_000_000;
    private static final long NANOS_OF_A_MICRO = 1000;

    private Cursors() {}

    /** The time is in microseconds, the resolution of the database. */
    static String encode(Order order) {
        Instant at = order.createdAt();
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(at.getEpochSecond() * MICROS + at.getNano() / NANOS_OF_A_MICRO)
                .putLong(order.id().getMostSignificantBits())
                .putLong(order.id().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws IllegalArgumentException for a text that {@link #encode} cannot return */
    static Cursor decode(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A cursor has " + BYTES + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long micros = buffer.getLong();
        Instant at =
                Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS_OF_A_MICRO);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
            throw new IllegalArgumentException("No order was placed at " + at);
        }
        return new Cursor(at, new UUID(buffer.getLong(), buffer.getLong()));
    }
}
