package dev.orderflow.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.localstack.launcher.TestEnvironment;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * If the server closes a connection when the client sends its next request, that request is lost. The test requests a
 * static file, because tests of other classes may stop the backends.
 */
@Execution(ExecutionMode.CONCURRENT)
class KeepAliveIT {

    /** Java's client keeps idle connections for 30 s, as Liberty does by default, so either side might close first. */
    private static final Duration SILENCE = Duration.ofSeconds(32);

    @Test
    void the_server_is_not_the_first_to_close_a_silent_connection() throws IOException {
        URI server = TestEnvironment.server().baseUri();
        try (var connection = new Socket(server.getHost(), server.getPort())) {
            connection.setSoTimeout(Math.toIntExact(SILENCE.toMillis()));
            ask(connection, "keep-alive");
            assertThatThrownBy(() -> connection.getInputStream().readAllBytes())
                    .as("an answer, and then silence")
                    .isInstanceOf(SocketTimeoutException.class);
            ask(connection, "close");
            assertThat(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
    }

    private static void ask(Socket connection, String afterwards) throws IOException {
        String request = "GET /index.html HTTP/1.1\r\nHost: localhost\r\nConnection: " + afterwards + "\r\n\r\n";
        connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }
}
