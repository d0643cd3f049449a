package dev.orderflow.chassis.harness.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;

/** One request over HTTP/2 in clear (RFC 9113), whose :authority may be any. Header fields of the answer stay compressed. */
final class RawHttp2 {

    private static final int LIMIT_MS = 60_000;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int ACKNOWLEDGES = 1;
    private static final int ENDS_STREAM = 1;
    private static final int ENDS_HEADERS = 4;
    private static final int INDEXED_GET = 0x82;
    private static final int INDEXED_HTTP = 0x86;
    private static final int LITERAL_AUTHORITY = 0x01;
    private static final int LITERAL_PATH = 0x04;

    private RawHttp2() {}

    /** The body of what the server answers to a GET; waits a minute at most for each part. */
    static String get(URI server, String authority, String path) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(LIMIT_MS);
            OutputStream out = socket.getOutputStream();
            out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(ISO_8859_1));
            out.write(frame(SETTINGS, 0, 0, new byte[0]));
            out.write(frame(HEADERS, ENDS_STREAM | ENDS_HEADERS, 1, fields(authority, path)));
            return body(new DataInputStream(socket.getInputStream()), out);
        }
    }

    private static byte[] fields(String authority, String path) {
        var fields = new ByteArrayOutputStream();
        fields.write(INDEXED_GET);
        fields.write(INDEXED_HTTP);
        fields.write(LITERAL_AUTHORITY);
        fields.write(authority.length());
        fields.writeBytes(authority.getBytes(ISO_8859_1));
        fields.write(LITERAL_PATH);
        fields.write(path.length());
        fields.writeBytes(path.getBytes(ISO_8859_1));
        return fields.toByteArray();
    }

    private static String body(DataInputStream in, OutputStream out) throws IOException {
        var body = new ByteArrayOutputStream();
        boolean ended = false;
        while (!ended) {
            int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            in.readInt();
            byte[] payload = in.readNBytes(length);
            if (type == DATA) {
                body.writeBytes(payload);
            } else if (type == SETTINGS && (flags & ACKNOWLEDGES) == 0) {
                out.write(frame(SETTINGS, ACKNOWLEDGES, 0, new byte[0]));
            }
            ended = (type == DATA || type == HEADERS) && (flags & ENDS_STREAM) != 0;
        }
        return body.toString(UTF_8);
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        var frame = new ByteArrayOutputStream();
        frame.writeBytes(
                new byte[] {0, (byte) (payload.length >> 8), (byte) payload.length, (byte) type, (byte) flags});
        frame.writeBytes(new byte[] {0, 0, 0, (byte) stream});
        frame.writeBytes(payload);
        return frame.toByteArray();
    }
}
