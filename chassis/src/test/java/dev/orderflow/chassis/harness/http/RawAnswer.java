package dev.orderflow.chassis.harness.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What a server answered.
 *
 * @param fields header fields by their names in lower case; several with one name are one, with commas between
 * @param body one character below 256 for each byte
 */
public record RawAnswer(int status, Map<String, String> fields, String body) {

    /** Without its parameters; empty when there is none. */
    public String mediaType() {
        return header("Content-Type").replaceFirst(";.*", "").strip();
    }

    /** A header field; empty when there is none. */
    public String header(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public String text() {
        return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return status + " " + fields + "\n" + text();
    }
}
