package dev.orderflow.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Keeps nothing on disk, since it only holds caches and locks. */
public abstract sealed class Redis extends StackPart permits EmbeddedRedis, ContainedRedis {
    private static final int LIMIT_MS = 1_000;

    Redis(Home home, int port) {
        super(home, Kind.REDIS, "Redis", port);
    }

    String url() {
        return "redis://127.0.0.1:" + port();
    }

    @Override
    void probe() throws IOException {
        ping("127.0.0.1", port());
    }

    /** Fails unless a Redis answers there within a second; one that asks for a password counts as an answer. */
    static void ping(String host, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getAllByName(host)[0], port), LIMIT_MS);
            socket.setSoTimeout(LIMIT_MS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            if (!answer.startsWith("+PONG") && !answer.startsWith("-NOAU")) {
                throw new IOException("it answered '" + answer + "' to PING");
            }
        }
    }
}
