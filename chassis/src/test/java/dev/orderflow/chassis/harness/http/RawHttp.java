package dev.orderflow.chassis.harness.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over one connection that is kept open. Sends whatever it is given, which other clients refuse to; of a stream of events
 * it takes the head alone. One thread only.
 */
public final class RawHttp implements AutoCloseable {

    private static final int LIMIT_MS = 60_000;
    private static final int CONTINUE = 100;
    private static final Set<Integer> BODILESS = Set.of(CONTINUE, 204, 304);

    private record Connection(Socket socket, InputStream in) {}

    private final InetSocketAddress server;
    private @Nullable Connection connection;

    public RawHttp(URI server) {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
    }

    /** Waits a minute at most. A connection that the server has closed meanwhile is opened again, once. */
    public RawAnswer send(RawRequest request) throws IOException {
        return send(request.method(), request.bytes());
    }

    /** The same with what may be no request at all. */
    public RawAnswer send(String method, byte[] request) throws IOException {
        boolean reused = connection != null;
        try {
            return exchange(method, request);
        } catch (EOFException | SocketException closed) {
            close();
            if (!reused) {
                throw closed;
            }
            return exchange(method, request);
        }
    }

    private RawAnswer exchange(String method, byte[] request) throws IOException {
        Connection open = connection == null ? open() : connection;
        connection = open;
        try {
            open.socket().getOutputStream().write(request);
        } catch (SocketException refusedEarly) {
            // The answer may be there all the same.
        }
        RawAnswer answer = read(open.in(), method);
        while (answer.status() == CONTINUE) {
            answer = read(open.in(), method);
        }
        if (isStream(answer.fields())
                || "close".equalsIgnoreCase(answer.fields().get("connection"))) {
            close();
        }
        return answer;
    }

    private Connection open() throws IOException {
        var socket = new Socket();
        socket.setSoTimeout(LIMIT_MS);
        socket.setTcpNoDelay(true);
        socket.connect(server, LIMIT_MS);
        return new Connection(socket, new BufferedInputStream(socket.getInputStream()));
    }

    private static RawAnswer read(InputStream in, String method) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        Map<String, String> fields = new HashMap<>();
        for (String field = line(in); !field.isEmpty(); field = line(in)) {
            int colon = field.indexOf(':');
            fields.merge(
                    field.substring(0, colon).toLowerCase(Locale.ROOT),
                    field.substring(colon + 1).strip(),
                    (first, next) -> first + ", " + next);
        }
        boolean bodiless = method.equals("HEAD") || BODILESS.contains(status) || isStream(fields);
        return new RawAnswer(status, fields, bodiless ? "" : new String(body(in, fields), StandardCharsets.ISO_8859_1));
    }

    private static boolean isStream(Map<String, String> fields) {
        return fields.getOrDefault("content-type", "").startsWith("text/event-stream");
    }

    private static byte[] body(InputStream in, Map<String, String> fields) throws IOException {
        String length = fields.get("content-length");
        if (length != null) {
            return exactly(in, Integer.parseInt(length));
        }
        if (!"chunked".equalsIgnoreCase(fields.get("transfer-encoding"))) {
            return in.readAllBytes();
        }
        var body = new ByteArrayOutputStream();
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            body.writeBytes(exactly(in, size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).replaceFirst(";.*", "").strip(), 16);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The answer ends in its midst");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("The connection was closed");
            }
            line.write(octet);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.socket().close();
        }
        connection = null;
    }
}
