package dev.orderflow.order;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.localstack.EmbeddedEnvironment;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;

/** A request byte for byte, as no decent client sends it: each character stands for one byte. */
record RawRequest(String line, String fields, String body) {

    /** A server that needs longer is taken to hang. */
    private static final int LIMIT_MS = 5000;

    private static final int CHUNK = 8192;

    /** What came back; of a header that came twice, the last. */
    record Answer(int status, Map<String, String> headers, String body) {

        /** Not read to the end of the stream: Liberty waits for the rest of a body before it closes. */
        private static Answer read(BufferedInputStream stream) throws IOException {
            String[] status = line(stream).split(" ", 3);
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String field = line(stream); !field.isEmpty(); field = line(stream)) {
                headers.put(field.replaceFirst(":.*", ""), field.replaceFirst("[^:]*: *", ""));
            }
            String length = headers.get("Content-Length");
            byte[] body = length == null ? stream.readAllBytes() : stream.readNBytes(Integer.parseInt(length));
            return new Answer(Integer.parseInt(status[1]), headers, new String(body, UTF_8));
        }

        private static String line(BufferedInputStream stream) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = stream.read(); next != '\n' && next != -1; next = stream.read()) {
                line.append((char) next);
            }
            return line.toString().stripTrailing();
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    static RawRequest of(String method, String path) {
        return new RawRequest(method + " " + path + " HTTP/1.1", "Host: localhost\r\n", "");
    }

    static RawRequest get(String path) {
        return of("GET", path);
    }

    /** A placing of an order with this body, which may be anything. */
    static RawRequest order(byte[] body) {
        return of("POST", "/api/orders")
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", "0198c0de-0000-7000-8000-000000000001")
                .withBody(new String(body, ISO_8859_1));
    }

    static RawRequest order(String body) {
        return order(body.getBytes(UTF_8));
    }

    RawRequest with(String name, String value) {
        return new RawRequest(line, fields + name + ": " + value + "\r\n", body);
    }

    RawRequest withBody(String other) {
        return new RawRequest(line, fields, other).with("Content-Length", Integer.toString(other.length()));
    }

    /** The same, but its length is not told in advance. */
    RawRequest chunked() {
        StringBuilder chunks = new StringBuilder();
        for (int from = 0; from < body.length(); from += CHUNK) {
            String chunk = body.substring(from, Math.min(body.length(), from + CHUNK));
            chunks.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        String others = fields.replaceAll("Content-Length.*\r\n", "");
        return new RawRequest(line, others, chunks + "0\r\n\r\n").with("Transfer-Encoding", "chunked");
    }

    Answer send() throws IOException {
        try (Socket socket =
                new Socket("localhost", EmbeddedEnvironment.server().baseUri().getPort())) {
            socket.setSoTimeout(LIMIT_MS);
            try {
                String head = line + "\r\n" + fields + "Connection: close\r\n\r\n";
                socket.getOutputStream().write((head + body).getBytes(ISO_8859_1));
            } catch (IOException refusedBeforeAllWasSent) {
                // Then the answer is there, and it is the answer that counts.
            }
            return Answer.read(new BufferedInputStream(socket.getInputStream()));
        }
    }
}
