package dev.orderflow.order;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.chassis.harness.http.RawAnswer;
import dev.orderflow.chassis.harness.http.RawHttp;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.io.IOException;

/** A request byte for byte, which HTTP clients would not send. Each character is one byte. */
record RawEdgeRequest(String line, String fields, String body) {

    private static final int CHUNK = 8192;

    static RawEdgeRequest of(String method, String path) {
        return new RawEdgeRequest(method + " " + path + " HTTP/1.1", "Host: localhost\r\n", "");
    }

    static RawEdgeRequest get(String path) {
        return of("GET", path);
    }

    /** Returns a request to place an order with any body. */
    static RawEdgeRequest order(byte[] body) {
        return of("POST", "/api/orders")
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", "0198c0de-0000-7000-8000-000000000001")
                .withBody(new String(body, ISO_8859_1));
    }

    static RawEdgeRequest order(String body) {
        return order(body.getBytes(UTF_8));
    }

    RawEdgeRequest with(String name, String value) {
        return new RawEdgeRequest(line, fields + name + ": " + value + "\r\n", body);
    }

    RawEdgeRequest withBody(String other) {
        return new RawEdgeRequest(line, fields, other).with("Content-Length", Integer.toString(other.length()));
    }

    /** Returns the same request with chunked encoding. */
    RawEdgeRequest chunked() {
        StringBuilder chunks = new StringBuilder();
        for (int from = 0; from < body.length(); from += CHUNK) {
            String chunk = body.substring(from, Math.min(body.length(), from + CHUNK));
            chunks.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        String others = fields.replaceAll("Content-Length.*\r\n", "");
        return new RawEdgeRequest(line, others, chunks + "0\r\n\r\n").with("Transfer-Encoding", "chunked");
    }

    RawAnswer send() throws IOException {
        try (var http = new RawHttp(TestEnvironment.server().baseUri())) {
            String head = line + "\r\n" + fields + "Connection: close\r\n\r\n";
            return http.send(method(), (head + body).getBytes(ISO_8859_1));
        }
    }

    private String method() {
        return line.replaceFirst(" .*", "");
    }
}
