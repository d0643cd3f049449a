package dev.orderflow.order;

import static dev.orderflow.order.ProblemAnswers.problem;
import static dev.orderflow.order.RawEdgeRequest.get;
import static dev.orderflow.order.RawEdgeRequest.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.harness.http.RawAnswer;
import dev.orderflow.localstack.launcher.TestEnvironment;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microshed.testing.jupiter.MicroShedTest;

@MicroShedTest
class EdgeIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final ServerLog log = ServerLog.fromNow(TestEnvironment.server());
    private long ordersBefore;

    @BeforeEach
    void count() {
        ordersBefore = OrderRows.number("select count(*) from orders");
    }

    @AfterEach
    void nothing_is_stored() {
        assertThat(OrderRows.number("select count(*) from orders")).isEqualTo(ordersBefore);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/WEB-INF/web.xml", "/META-INF/x", "/error-page", "/api", "/api/nothing"})
    void what_nobody_serves_is_answered_404_whatever_the_method(String path) throws IOException {
        for (String method : new String[] {"GET", "POST", "PUT", "DELETE", "OPTIONS", "FOO"}) {
            RawAnswer answer = RawEdgeRequest.of(method, path).send();
            assertThat(problem(answer, 404).getString("instance")).isEqualTo(path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "TRACE", "DELETE"})
    void a_method_that_a_resource_does_not_know_is_answered_405(String method) throws IOException {
        RawAnswer answer = RawEdgeRequest.of(method, "/api/orders").send();
        problem(answer, 405);
        assertThat(answer.header("Allow")).contains("POST");
    }

    @Test
    void too_many_or_too_large_header_fields_are_answered_431_and_a_long_uri_414() throws IOException {
        RawEdgeRequest request = get("/api/products");
        assertThat(request.with("X-Large", "a".repeat(15 * 1024)).send().status())
                .isEqualTo(200);
        problem(request.with("X-Large", "a".repeat(16 * 1024)).send(), 431);
        problem(request.with("X-Large", "a".repeat(32 * 1024)).send(), 431);
        for (int i = 0; i < 99; i++) {
            request = request.with("X-" + i, "");
        }
        problem(request.send(), 431);
        problem(get("/api/products?after=" + "a".repeat(8 * 1024)).send(), 414);
        problem(get("/nothing/" + "a".repeat(8 * 1024)).send(), 414);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/products?after=%zz",
                "/api/products?after=%",
                "/api/products?x={",
                "/api/products?x=\u00ff",
                "/api/nothing?x=%2",
                "/nothing?x=|",
                "/api/orders/a%2fb",
                "/api/orders/%2e%2e/products",
                "/api/orders\\x",
                "/api/products/%ff%fe"
            })
    void a_malformed_uri_is_answered_400(String uri) throws IOException {
        problem(get(uri).send(), 400);
        problem(get(uri).send(), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept          | ;;",
                "Accept          | klingon",
                "Accept          | */*;q=abc",
                "Accept          | */*; q= ",
                "Accept-Language | ;;q=z",
                "Host            | other",
                "Content-Type    | ;;",
                "Content-Type    | json"
            })
    void a_malformed_header_is_answered_400(String name, String value) throws IOException {
        problem(get("/api/products").with(name, value).send(), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "a:b", "<x>", "a:80:80"})
    void a_host_that_is_none_is_answered_400(String host) throws IOException {
        String line = "GET /api/products HTTP/1.1";
        problem(new RawEdgeRequest(line, "Host: " + host + "\r\n", "").send(), 400);
    }

    @Test
    void a_problem_has_the_trace_id_of_the_caller() throws IOException {
        for (RawEdgeRequest request : new RawEdgeRequest[] {
            get("/nothing"),
            get("/api/nothing"),
            get("/api/products?limit=0"),
            get("/api/products?after=%zz"),
            get("/api/orders/a%2fb"),
            get("/api/products").with("Accept", ";;"),
            order("[".repeat(65_537)),
            order("[".repeat(65_537)).chunked(),
            order("{")
        }) {
            for (String flags : new String[] {"00", "01"}) {
                RawAnswer answer = request.with("traceparent", "00-" + TRACE + "-b7ad6b7169203331-" + flags)
                        .send();
                assertThat(problem(answer, answer.status()).getString("traceId"))
                        .isEqualTo(TRACE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "00-" + TRACE, "00-" + TRACE + "-0000000000000000-01", "ff-" + TRACE + "-b7ad6b7169203331-01"
            })
    void a_problem_has_a_trace_id_of_its_own_where_the_callers_is_none(String traceparent) throws IOException {
        RawEdgeRequest request = get("/nothing").with("traceparent", traceparent);
        String first = problem(request.send(), 404).getString("traceId");
        String second = problem(request.send(), 404).getString("traceId");
        assertThat(first).isNotEqualTo(second).isNotEqualTo(TRACE);
    }

    @Test
    void what_fails_is_logged_under_the_trace_id_that_the_caller_is_told() throws IOException {
        OrderRows.execute("""
                create or replace function refuse_edge() returns trigger language plpgsql as
                $$ begin raise exception 'refused in the database'; end $$""");
        OrderRows.execute("""
                create trigger refuse_edge before insert on product
                for each row when (new.sku = 'EDGE-500') execute function refuse_edge()""");
        try {
            RawAnswer answer = RawEdgeRequest.of("PUT", "/api/products/EDGE-500")
                    .with("Content-Type", "application/json")
                    .withBody("{\"name\": \"n\", \"unitPrice\": 1}")
                    .send();
            assertThat(answer.text()).doesNotContain("refused in the database");
            assertLogged("PUT /api/products/EDGE-500 failed, trace id "
                    + problem(answer, 500).getString("traceId"));
        } finally {
            OrderRows.execute("drop trigger refuse_edge on product");
        }
        assertLogged(
                "GET /nothing, trace id " + problem(get("/nothing").send(), 404).getString("traceId"));
    }

    /** Liberty responds before it selects an application. The test requires only that nothing internal leaks. */
    @Test
    void what_is_no_http_is_answered_by_the_channel_and_tells_nothing() throws IOException {
        assertThat(Stream.of(
                        get("/api/orders/%zz"),
                        get("/api/products/%00"),
                        get("/" + "a".repeat(33 * 1024)),
                        get("/api/products").with("X-Large", "a".repeat(33 * 1024)),
                        new RawEdgeRequest("nonsense", "", ""),
                        new RawEdgeRequest("GET / HTTP/1.1", "no colon\r\n", "")))
                .allSatisfy(request -> {
                    RawAnswer answer = request.send();
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(answer.text()).doesNotContain("Exception", "java.", "org.", "com.ibm");
                });
        RawEdgeRequest announced = RawEdgeRequest.of("POST", "/api/orders");
        assertThat(announced.with("Content-Length", "20000000").send().status()).isEqualTo(413);
    }

    private void assertLogged(String line) {
        await(line).atMost(Duration.ofMinutes(1)).until(() -> log.count(line) > 0);
    }
}
