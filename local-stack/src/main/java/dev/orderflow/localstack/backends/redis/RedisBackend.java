package dev.orderflow.localstack.backends.redis;

import dev.orderflow.localstack.files.EmbeddedBinaries;
import dev.orderflow.localstack.parts.PartKind;
import dev.orderflow.localstack.parts.StackHome;
import dev.orderflow.localstack.parts.StackPart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Redis without persistence, because it only holds caches and locks. */
public abstract sealed class RedisBackend extends StackPart permits EmbeddedRedis, ContainerRedis {
    private static final int LIMIT_MS = 1_000;

    RedisBackend(StackHome home, int port) {
        super(home, PartKind.REDIS, "Redis", port);
    }

    /** Creates Redis in a process. */
    public static RedisBackend embedded(StackHome home, EmbeddedBinaries binaries, int port) {
        return new EmbeddedRedis(home, binaries, port);
    }

    /** Creates Redis in a container. */
    public static RedisBackend contained(StackHome home, String image, int port) {
        return new ContainerRedis(home, image, port);
    }

    public String url() {
        return "redis://127.0.0.1:" + port();
    }

    @Override
    protected void probe() throws IOException {
        ping("127.0.0.1", port());
    }

    /** Throws unless a Redis answers within a second. A request for a password counts as an answer. */
    public static void ping(String host, int port) throws IOException {
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
