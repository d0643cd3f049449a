package dev.orderflow.order;

import static dev.orderflow.order.ProblemAnswers.problem;
import static dev.orderflow.order.RawEdgeRequest.order;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.localstack.launcher.TestEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

/** The size, encoding and framing of bodies. {@link BadInputIT} covers their content. */
@MicroShedTest
class EdgeBodyIT {

    private static final int LIMIT = 64 * 1024;

    private static final String LINE = "{\"sku\": \"BOOK-001\", \"quantity\": 1%s}";

    /** A valid order, except for what tests insert into its first line and append. */
    private static final String ORDER = "{\"customerId\": \"c\", \"paymentToken\": \"t\", \"lines\": [" + LINE + "]%s}";

    private long ordersBefore;

    @BeforeEach
    void count() {
        ordersBefore = OrderRows.number("select count(*) from orders");
    }

    @AfterEach
    void nothing_is_stored() {
        assertThat(OrderRows.number("select count(*) from orders")).isEqualTo(ordersBefore);
    }

    @Test
    void a_body_of_64_kib_is_read_and_one_byte_more_is_not() throws IOException {
        String padding = " ".repeat(LIMIT - ORDER.formatted("", "").length() - 1);
        problem(order(ORDER.formatted("", "") + padding + "x").send(), 400);
        problem(order(ORDER.formatted("", "") + padding + "  ").send(), 413);
        problem(order(ORDER.formatted("", "") + padding + "x").chunked().send(), 400);
        problem(order(ORDER.formatted("", "") + padding + "  ").chunked().send(), 413);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 1_000_000, 10_000_000})
    void a_body_that_is_too_large_is_refused_in_a_way_that_its_sender_can_read(int size) throws Exception {
        byte[] body = " ".repeat(size).getBytes(UTF_8);
        problem(order(body).send(), 413);
        problem(order(body).chunked().send(), 413);
        HttpRequest request = HttpRequest.newBuilder(
                        TestEnvironment.server().baseUri().resolve("/api/orders"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.body()).contains("request-entity-too-large");
        }
    }

    @Test
    void a_length_is_refused_before_any_of_the_body_is_sent_and_on_every_path() throws IOException {
        for (String path : new String[] {"/api/orders", "/api/nothing", "/nothing"}) {
            RawEdgeRequest announced = RawEdgeRequest.of("POST", path);
            problem(announced.with("Content-Length", "65537").send(), 413);
        }
    }

    @Test
    void a_compressed_body_counts_as_what_it_unpacks_to() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var packer = new GZIPOutputStream(packed)) {
            packer.write(" ".repeat(10_000_000).getBytes(UTF_8));
        }
        assertThat(packed.size()).isLessThan(LIMIT);
        problem(order(packed.toByteArray()).with("Content-Encoding", "gzip").send(), 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=klingon", "application/json; charset=utf-16", "text/plain", "*/*"})
    void a_body_that_is_not_json_in_utf_8_is_answered_415(String type) throws IOException {
        RawEdgeRequest request = order(ORDER.formatted("", ""));
        String fields = request.fields().replace("application/json", type);
        problem(new RawEdgeRequest(request.line(), fields, request.body()).send(), 415);
    }

    @ParameterizedTest
    @MethodSource
    void json_that_is_broken_deep_or_huge_is_answered_400_at_once(byte[] body) throws IOException {
        problem(order(body).send(), 400);
    }

    static Stream<byte[]> json_that_is_broken_deep_or_huge_is_answered_400_at_once() {
        String deep = "[".repeat(30_000) + "]".repeat(30_000);
        return Stream.of(
                        "{\"a\":{",
                        "{\"a\":[",
                        "{\"lines\":[{\"a\":{",
                        "[".repeat(65_000),
                        deep,
                        "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
                        ORDER.formatted("", ", \"x\": " + deep),
                        ORDER.formatted(", \"x\": " + deep, ""),
                        ORDER.formatted("", ", \"x\": " + "{\"a\":".repeat(9_000) + "1" + "}".repeat(9_000)),
                        "{\"customerId\": \"c\", \"paymentToken\": \"t\", \"lines\": " + deep + "}",
                        ORDER.formatted("e1000000", ""),
                        ORDER.formatted("0".repeat(60_000), ""),
                        ORDER.formatted("", ", \"x\": 1e1000000"),
                        ORDER.formatted("", ", \"x\": 1" + "0".repeat(60_000)),
                        ORDER.formatted(", \"quantity\": 1", ""),
                        ORDER.formatted("", ", \"customerId\": \"c\""),
                        ORDER.formatted("", ", \"x\": 1, \"x\": 2"),
                        ORDER.formatted("", ", \"x\": \"\\ud800\""),
                        ORDER.formatted("", "") + "{}",
                        "{\"customerId\": \"" + "a".repeat(65_000) + "\"}")
                .map(body -> body.getBytes(UTF_8));
    }

    @Test
    void a_body_in_another_encoding_is_answered_400() throws IOException {
        problem(
                order(ORDER.formatted("", ", \"x\": \"\u00ff\u00fe\"").getBytes(ISO_8859_1))
                        .send(),
                400);
        problem(order(ORDER.formatted("", "").getBytes(UTF_16)).send(), 400);
        problem(order(("\ufeff" + ORDER.formatted("", "")).getBytes(UTF_8)).send(), 400);
    }
}
