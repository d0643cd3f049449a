package dev.orderflow.systemtests.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.Shop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The appearance and accessibility of the console. To recreate the images of docs/images, run {@code mvn -Pone -pl
 * system-tests -am -Dit.test=ConsoleLooksIT -Dorderflow.pictures=true}, and then compress them with pngquant.
 */
class ConsoleLooksIT {

    private static final Path PICTURES = Path.of("../docs/images");
    private static final int MOST_BYTES = 300 * 1024;
    private static final List<String> TOKENS = List.of(
            "tok_approve",
            "tok_approve",
            "tok_approve",
            "tok_decline",
            "tok_approve",
            "tok_slow",
            "tok_approve",
            "tok_approve");
    private static final List<String> SKUS =
            List.of("BOOK-001", "MUG-001", "LAMP-001", "PEN-001", "CHAIR-001", "BAG-001");

    private static final int BURSTS = 24;
    private static final int STUCK = 4;

    private static final String BARRIERS = """
            const done = arguments[arguments.length - 1];
            axe.run().then(found => done(found.violations
                .filter(one => ['serious', 'critical'].includes(one.impact))
                .map(one => one.id + ': ' + one.nodes.map(node => node.html + ' ' + node.failureSummary).join('; '))),
              failure => done([String(failure)]))""";

    private static Browser browser;
    private static Shop shop;
    private static UUID order;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        shop = Shop.open();
        // The longest possible SKU, without a position to break the line.
        String longest = "W".repeat(27) + "-" + UUID.randomUUID();
        shop.stock(longest, 100, 10);
        order = shop.place("tok_timeout_charged", "LAMP-001", longest);
        await().atMost(Browser.LIMIT)
                .until(() -> shop.order(order).getString("status").equals("CONFIRMED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#/", "#/place", "#/stock/BOOK-001", "#/dead-letters", "#/health", "#/orders/"})
    void no_view_puts_up_a_serious_barrier_in_light_or_dark_wide_or_narrow(String view) throws IOException {
        for (boolean dark : List.of(false, true)) {
            for (int width : List.of(1440, 390)) {
                show(width, 900, dark, view.equals("#/orders/") ? view + order : view);
                browser.script(axe());
                assertThat((List<?>) browser.asyncScript(BARRIERS))
                        .as("%s, %d wide, %s", view, width, dark ? "dark" : "light")
                        .isEmpty();
                assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                        .as("%s must not be wider than a screen of %d", view, width)
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "orderflow.pictures", matches = "true")
    void pictures() throws IOException {
        UUID refunded = cancelledWhileItIsCharged();
        UUID repeated = shop.place("tok_timeout_charged", "LAMP-001", "BOOK-002");
        for (int burst = 0; burst < BURSTS; burst++) {
            placeSome(burst);
            pause();
        }
        show(1440, 800, false, "#/");
        take("board.png");
        show(1440, 800, true, "#/");
        take("board-dark.png");
        show(1440, 950, false, "#/orders/" + repeated + "?play=timeout");
        browser.awaitShown(".saga[data-settled=yes]");
        take("order.png");
        show(1440, 900, false, "#/health");
        take("health.png");
        show(390, 844, false, "#/orders/" + refunded);
        browser.awaitShown(".saga[data-settled=yes]");
        take("phone.png");
        boardWhileTheGatewayIsDown();
    }

    private static void boardWhileTheGatewayIsDown() throws IOException {
        String switches = shop.gatewayUrl("/api/gateway/switches");
        given().contentType("application/json")
                .body("{\"scenario\": \"DOWN\"}")
                .put(switches)
                .then()
                .statusCode(200);
        try {
            for (int i = 0; i < STUCK; i++) {
                placeOne(i);
            }
            show(1440, 800, false, "#/");
            await().atMost(Browser.LIMIT).until(() -> browser.count(".stuck-list li") == STUCK);
            take("board-stuck.png");
        } finally {
            given().delete(switches).then().statusCode(204);
        }
    }

    private static UUID cancelledWhileItIsCharged() {
        UUID id = shop.place("tok_slow", "BAG-001");
        await().atMost(Browser.LIMIT).until(() -> shop.kept(id) > 0);
        shop.cancel(id);
        return id;
    }

    /** Simulates the varying load of some seconds. One order of some bursts is cancelled. */
    private static void placeSome(int burst) {
        for (int i = 0; i < 2 + burst * 7 % 5; i++) {
            placeOne(burst * 7 + i);
        }
        if (burst % 6 == 4) {
            shop.cancel(shop.place("tok_slow", "SHIRT-001"));
        }
    }

    private static void pause() {
        await().pollDelay(Duration.ofSeconds(8)).until(() -> true);
    }

    private static void placeOne(int i) {
        given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("""
                        {"customerId": "c-%d", "paymentToken": "%s", "lines": [{"sku": "%s", "quantity": %d}]}""".formatted(
                                100 + i * 37 % 900,
                                TOKENS.get(i % TOKENS.size()),
                                i % 17 == 9 ? "NONE-001" : SKUS.get(i % SKUS.size()),
                                1 + i % 3))
                .post(shop.url(ServiceName.ORDER, "/api/orders"))
                .then()
                .statusCode(201);
    }

    private static void show(int width, int height, boolean dark, String view) {
        browser.appear(width, height, dark);
        browser.load(shop.url(ServiceName.ORDER, "/" + view));
        browser.awaitShown("h1");
        await(view + " has come").atMost(Browser.LIMIT).until(() -> !browser.shows(".skeleton"));
    }

    private static void take(String name) throws IOException {
        byte[] picture = browser.picture();
        assertThat(picture.length).as("bytes of " + name).isLessThan(MOST_BYTES);
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name), picture);
    }

    private static String axe() throws IOException {
        try (var script = Objects.requireNonNull(ConsoleLooksIT.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
