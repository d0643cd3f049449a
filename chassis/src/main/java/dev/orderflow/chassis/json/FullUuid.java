package dev.orderflow.chassis.json;

import java.util.UUID;

/** Parses UUIDs of 36 characters. Java also accepts short forms such as {@code 1-1-1-1-1}. */
public final class FullUuid {

    private FullUuid() {}

    /**
     * Parses a UUID in upper or lower case.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static UUID parse(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("A UUID has 8-4-4-4-12 hexadecimal digits");
        }
        return id;
    }
}
