package dev.orderflow.chassis.harness.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request byte for byte. Text stands for bytes: one character below 256 for each.
 *
 * @param fields header fields without Host and without the length of the body, each as {@code Name: value}
 * @param chunked whether the body is sent in chunks instead of with its length
 */
public record RawRequest(String method, String target, List<String> fields, String body, boolean chunked) {

    private static final int CHUNK = 1000;

    /** Path without the query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** Non-ASCII text as the bytes of its UTF-8. */
    public static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    byte[] bytes() {
        var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: localhost\r\n".formatted(method, target));
        fields.forEach(field -> head.append(field).append("\r\n"));
        if (chunked) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (!body.isEmpty() || method.equals("POST") || method.equals("PUT")) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(latin1(head.append("\r\n").toString()));
        bytes.writeBytes(latin1(chunked ? chunks() : body));
        return bytes.toByteArray();
    }

    private String chunks() {
        var chunks = new StringBuilder();
        for (int begin = 0; begin < body.length(); begin += CHUNK) {
            String chunk = body.substring(begin, Math.min(body.length(), begin + CHUNK));
            chunks.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return chunks.append("0\r\n\r\n").toString();
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** In full, ready for {@code printf '…' | nc localhost <port>}. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (byte octet : bytes()) {
            if (octet == '\r') {
                text.append("\\r");
            } else if (octet == '\n') {
                text.append("\\n\n");
            } else if (octet >= ' ' && octet < 0x7f && "\\%'".indexOf(octet) < 0) {
                text.append((char) octet);
            } else {
                text.append("\\x%02x".formatted(octet));
            }
        }
        return text.toString();
    }
}
