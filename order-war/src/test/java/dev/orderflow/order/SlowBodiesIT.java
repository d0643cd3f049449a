package dev.orderflow.order;

import static dev.orderflow.order.ProblemAnswers.problem;
import static dev.orderflow.order.RawEdgeRequest.get;
import static dev.orderflow.order.RawEdgeRequest.order;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.chassis.harness.http.RawAnswer;
import dev.orderflow.chassis.harness.http.RawHttp;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

/**
 * Clients announce a body, send only its beginning and wait. The server under test waits 5 s for a body (see the pom).
 */
@MicroShedTest
class SlowBodiesIT {

    private static final URI SERVER = TestEnvironment.server().baseUri();

    /** Before virtual threads read bodies, a server was blocked for 30 to 60 s. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<Socket> clients = new ArrayList<>();

    @AfterEach
    void hang_up() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "250,  POST,  /api/orders",
        "1000, POST,  /api/orders",
        "250,  PUT,   /api/products/SLOW-1",
        "250,  POST,  /api/nothing",
        "250,  POST,  /nothing",
        "250,  POST,  /index.html",
        "250,  GET,   /api/products"
    })
    void clients_that_do_not_send_their_bodies_hold_nobody_up(int count, String method, String path)
            throws IOException {
        for (int i = 0; i < count; i++) {
            announce(method, path);
        }
        assertAnswered(get("/health/live"), 200);
        assertAnswered(order("{}"), 400);
        assertAnswered(get("/api/products"), 200);
        assertAnswered(get("/health/ready"), 200);
    }

    /** A server thread reads a single slow body, and virtual threads read many. */
    @ParameterizedTest
    @ValueSource(ints = {0, 8})
    void a_body_that_does_not_come_in_time_is_answered_408(int others) throws IOException {
        for (int i = 0; i < others; i++) {
            announce("POST", "/api/orders");
        }
        try (var http = new RawHttp(SERVER)) {
            RawAnswer answer = http.send("POST", head("POST", "/api/orders").getBytes(ISO_8859_1));
            problem(answer, 408);
            assertThat(answer.header("Connection")).isEqualToIgnoringCase("close");
        }
    }

    private void announce(String method, String path) throws IOException {
        var client = new Socket(SERVER.getHost(), SERVER.getPort());
        clients.add(client);
        client.getOutputStream().write(head(method, path).getBytes(ISO_8859_1));
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 400\r\n\r\n{\"customerId\": \"c-1";
    }

    private static void assertAnswered(RawEdgeRequest request, int status) throws IOException {
        long begin = System.nanoTime();
        assertThat(request.send().status()).isEqualTo(status);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }
}
