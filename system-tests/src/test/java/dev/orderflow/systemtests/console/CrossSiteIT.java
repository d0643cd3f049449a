package dev.orderflow.systemtests.console;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.Shop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks by a foreign page through the browser of a visitor who can reach the services. */
class CrossSiteIT {

    private static final String WAITS_TO_BE_CANCELLED = "tok_hanging";
    private static final String PAGE = "<!doctype html><title>Elsewhere</title><body>Elsewhere</body>";

    private static Browser browser;
    private static Shop shop;
    private static HttpServer elsewhere;

    private UUID order;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open();
        shop = Shop.open();
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, PAGE.length());
            exchange.getResponseBody().write(PAGE.getBytes(UTF_8));
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterAll
    static void close() {
        elsewhere.stop(0);
    }

    @BeforeEach
    void place_an_order() {
        order = shop.place(WAITS_TO_BE_CANCELLED, "PEN-001");
    }

    @AfterEach
    void the_order_is_cancelled_by_its_customer_and_by_nobody_before() {
        assertThat(shop.order(order).getString("reason")).isNull();
        shop.cancel(order);
        await().atMost(Browser.LIMIT).untilAsserted(shop::requireRest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data", "text/plain"})
    void a_form_of_another_page_cancels_no_order(String type) {
        browser.load("http://localhost:" + elsewhere.getAddress().getPort());
        browser.script("""
                const form = document.createElement('form');
                form.method = 'POST';
                form.enctype = arguments[0];
                form.action = arguments[1];
                form.innerHTML = '<input name="a" value="b">';
                document.body.append(form);
                form.submit();""", type, cancellation());
        browser.awaitText("body", "foreign-origin");
    }

    @Test
    void a_script_of_another_page_cancels_no_order() {
        browser.load("http://localhost:" + elsewhere.getAddress().getPort());
        Object sent = browser.asyncScript("""
                const [url, done] = arguments;
                const json = new Blob(['{}'], { type: '' });
                Promise.all([
                  { method: 'POST' },
                  { method: 'POST', body: 'a=b' },
                  { method: 'POST', body: json },
                  { method: 'POST', body: new FormData(), referrerPolicy: 'no-referrer' },
                ].map(request => fetch(url, { mode: 'no-cors', ...request }).then(answer => answer.type)))
                  .then(types => done(types.join()), failure => done(String(failure)));""", cancellation());
        assertThat(sent).isEqualTo("opaque,opaque,opaque,opaque");
    }

    /** Browsers resolve every name below localhost to this machine, like an attacker's name that resolves to it. */
    @ParameterizedTest
    @EnumSource
    void a_page_under_a_name_that_was_pointed_here_is_answered_nothing(ServiceName service) {
        browser.load(shop.url(service, "/").replace("//localhost", "//rebound.localhost"));
        browser.awaitText("body", "unknown-host");
        for (String path : List.of("/api/dead-letters", "/api/orders", "/api/payments/" + order)) {
            Object status = browser.asyncScript("""
                    const [path, done] = arguments;
                    fetch(path).then(answer => done(answer.status), failure => done(String(failure)));""", path);
            assertThat(status).isEqualTo(421L);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INVENTORY", "PAYMENT"})
    void the_console_makes_changes_at_the_other_services(ServiceName service) {
        browser.load(shop.url(ServiceName.ORDER, "/"));
        Object status = browser.asyncScript("""
                const [url, done] = arguments;
                fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json', Operator: 'test' }, body: '{"ids":[]}' })
                  .then(answer => answer.json().then(() => done(answer.status)), failure => done(String(failure)));""", shop.url(service, "/api/dead-letters/redrive"));
        assertThat(status).isEqualTo(statusWithoutBrowser(service));
    }

    private static long statusWithoutBrowser(ServiceName service) {
        long status = given().contentType("application/json")
                .body("{\"ids\":[]}")
                .post(shop.url(service, "/api/dead-letters/redrive"))
                .statusCode();
        assertThat(status).isNotIn(403L, 415L, 421L);
        return status;
    }

    private String cancellation() {
        return shop.url(ServiceName.ORDER, "/api/orders/" + order + "/cancel");
    }
}
