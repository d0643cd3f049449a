package dev.orderflow.systemtests.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.Shop;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** The console at {@code /} in a real browser, against the whole system. */
class ConsoleIT {

    /** The token of an order whose payment waits until the order is cancelled. */
    private static final String NEVER_ANSWERED = "tok_hanging";

    private static final String IS_LOADED_ONCE = "return window.loadedOnce === true";

    private static Browser browser;
    private static Shop shop;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        shop = Shop.open();
        browser.appear(1440, 900, false);
    }

    /** Marks the page. A reload would remove the mark. */
    @BeforeEach
    void load() {
        browser.load(shop.url(ServiceName.ORDER, "/"));
        browser.awaitText(".live", "Live");
        browser.script("window.loadedOnce = true");
    }

    @AfterEach
    void nothing_was_reloaded_and_nothing_failed() {
        assertThat(browser.script(IS_LOADED_ONCE)).isEqualTo(true);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void an_order_that_is_placed_by_hand_is_seen_to_become_CONFIRMED_step_by_step() {
        browser.view("#/place");
        browser.click("tr[data-sku='BOOK-001'] button[aria-label$='more']");
        browser.click("tr[data-sku='MUG-001'] button[aria-label$='more']");
        browser.awaitText(".sum", "€39.80");
        browser.click(".checkout .button.is-main");
        browser.awaitShown(".heading [data-status=CONFIRMED]");
        browser.awaitShown(".saga[data-settled=yes]");

        var timeline = shop.timeline(shownOrder());
        String published = timeline.getString("items[0].publishedEventId");
        String caused = timeline.getString("items[2].eventId");
        assertThat(browser.shows("[data-message=OrderCreated] [data-id='%s']".formatted(published)))
                .isTrue();
        assertThat(browser.shows("[data-message=PaymentCompleted] [data-id='%s']".formatted(caused)))
                .isTrue();
        assertThat(messages())
                .containsExactly("OrderCreated", "InventoryReserved", "PaymentCompleted", "OrderConfirmed");
        assertThat(browser.text(".facts")).contains("Trace");
        browser.awaitText("[data-payment]", "COMPLETED");
        browser.awaitText("[data-reservation]", "COMMITTED");
    }

    @ParameterizedTest
    @CsvSource({
        "confirmed, CONFIRMED, 5980",
        "out-of-stock, REJECTED, 0",
        "declined, REJECTED, 0",
        "timeout, CONFIRMED, 4990",
        "cancel, CANCELLED, 0"
    })
    void each_scenario_ends_as_it_foretells(String scenario, String end, long kept) {
        browser.view("#/place");
        browser.click("[data-scenario='%s']".formatted(scenario));
        browser.awaitShown("[data-play='%s']:not([data-outcome=running])".formatted(scenario));
        assertThat(browser.shows("[data-outcome=as-foretold]")).isTrue();
        browser.awaitText(".heading .status", end);
        assertThat(shop.order(shownOrder()).getString("status")).isEqualTo(end);
        await().atMost(Browser.LIMIT)
                .untilAsserted(() -> assertThat(shop.kept(shownOrder())).isEqualTo(kept));
    }

    @Test
    void the_board_shows_orders_of_others_as_they_move_and_counts_them() {
        UUID id = shop.place("tok_approve", "PEN-001");
        browser.awaitText("tr[data-order='%s']".formatted(id), "CONFIRMED");
        browser.awaitText("tr[data-order='%s']".formatted(id), "€24.90");
        await().atMost(Browser.LIMIT).untilAsserted(() -> {
            long confirmed = shop.number(ServiceName.ORDER, "select count(*) from orders where status = 'CONFIRMED'");
            assertThat(browser.text("[data-count=CONFIRMED]").replace(",", "")).isEqualTo(Long.toString(confirmed));
        });
        UUID waiting = shop.place(NEVER_ANSWERED, "PEN-001");
        browser.awaitText("tr[data-order='%s']".formatted(waiting), "RESERVED");
        shop.cancel(waiting);
        browser.awaitText("tr[data-order='%s']".formatted(waiting), "CANCELLED");
        await().atMost(Browser.LIMIT).untilAsserted(shop::requireRest);
    }

    @Test
    void an_order_is_cancelled_by_its_button() {
        UUID id = shop.place(NEVER_ANSWERED, "PEN-001");
        browser.view("#/orders/" + id);
        browser.click(".heading .button.is-danger");
        browser.awaitText(".heading .status", "CANCELLED");
        browser.awaitShown(".saga[data-settled=yes]");
        assertThat(shop.order(id).getString("reason")).isEqualTo("CANCELLED_BY_CUSTOMER");
    }

    @Test
    void the_ledger_tells_what_an_order_moved() {
        UUID id = shop.place("tok_approve", "SHIRT-001");
        browser.view("#/stock/SHIRT-001");
        String row = ".ledger tbody tr:has(a[href='#/orders/%s'])".formatted(id);
        browser.awaitText(row, "sold");
        assertThat(browser.count(row)).isEqualTo(2);
    }

    @Test
    void a_service_that_is_killed_greys_its_part_and_nothing_else_and_comes_back_by_itself() {
        var inventory = shop.stack().server(ServiceName.INVENTORY);
        UUID id;
        inventory.kill();
        try {
            browser.view("#/place");
            browser.awaitText(".lamps .lamp[data-state=away]", "inventory");
            id = shop.place("tok_approve", "BAG-001");
            browser.view("#/orders/" + id);
            browser.awaitShown(".part.is-away[data-service=inventory]");
            browser.awaitText(".part.is-away .is-away-notice", "they wait as PENDING");
            browser.awaitText(".heading .status", "PENDING");
            await().atMost(Browser.LIMIT).until(() -> !browser.shows(".part.is-away:not([data-service=inventory])"));
        } finally {
            inventory.start();
        }
        browser.awaitText(".heading .status", "CONFIRMED");
        await().atMost(Browser.LIMIT).until(() -> !browser.shows(".is-away"));
        assertThat(shop.order(id).getString("status")).isEqualTo("CONFIRMED");
    }

    @Test
    void the_stream_goes_on_where_it_stopped_when_the_order_server_was_killed() {
        var order = shop.stack().server(ServiceName.ORDER);
        UUID before = shop.place("tok_approve", "PEN-001");
        browser.awaitText("tr[data-order='%s']".formatted(before), "CONFIRMED");
        order.kill();
        browser.awaitText(".live", "Reconnecting");
        browser.awaitShown(".part.is-away[data-service=order]");
        order.start();
        UUID after = shop.place("tok_approve", "PEN-001");
        browser.awaitText("tr[data-order='%s']".formatted(after), "CONFIRMED");
        browser.awaitText(".live", "Live");
        assertThat(browser.shows("tr[data-order='%s']".formatted(before))).isTrue();
    }

    @Test
    void markup_in_data_is_text() {
        String name = "<img src=x onerror='window.stolen=1'><b>bold</b>";
        String sku = "MARKUP-" + UUID.randomUUID();
        given().contentType("application/json")
                .body("{\"name\": \"%s\", \"unitPrice\": 100}".formatted(name))
                .put(shop.url(ServiceName.ORDER, "/api/products/" + sku))
                .then()
                .statusCode(201);
        browser.view("#/orders/" + shop.place("tok_approve", sku));
        browser.awaitText(".order-side th[scope=row]", name);
        assertThat(browser.script("return window.stolen === undefined")).isEqualTo(true);
    }

    @ParameterizedTest
    @EnumSource(names = {"INVENTORY", "PAYMENT"})
    void a_page_from_elsewhere_may_not_ask_the_services(ServiceName service) {
        String allowed = "Access-Control-Allow-Origin";
        String console = shop.url(ServiceName.ORDER, "");
        for (String path : List.of("/api/dead-letters", "/health")) {
            assertThat(given().header("Origin", console)
                            .get(shop.url(service, path))
                            .header(allowed))
                    .isEqualTo(console);
            assertThat(given().header("Origin", "http://elsewhere.example")
                            .get(shop.url(service, path))
                            .header(allowed))
                    .isNull();
        }
    }

    @Test
    void everything_is_within_reach_of_the_keyboard() {
        browser.press(Keys.TAB);
        assertThat(focus()).isEqualTo("Skip to the content");
        browser.press(Keys.ENTER);
        await().atMost(Browser.LIMIT).until(() -> "main".equals(browser.script("return document.activeElement.id")));
        browser.view("#/place");
        await().atMost(Browser.LIMIT).until(() -> focus().equals("Place an order"));
        browser.awaitShown("[data-scenario=declined]:not(:disabled)");
        for (int i = 0; i < 3; i++) {
            browser.press(Keys.TAB);
        }
        assertThat(focus()).startsWith("Declined");
        browser.press(Keys.ENTER);
        browser.awaitShown("[data-play=declined]");
        await().atMost(Browser.LIMIT).until(() -> focus().startsWith("Order "));
        browser.awaitText("[aria-live]", "REJECTED");
    }

    private static String focus() {
        return String.valueOf(browser.script("return document.activeElement.innerText.trim()"));
    }

    private static UUID shownOrder() {
        return UUID.fromString(String.valueOf(browser.script("return location.hash.split(/[/?]/)[2]")));
    }

    /** Returns the displayed events, in order. */
    private static List<String> messages() {
        Object names = browser.script(
                "return [...document.querySelectorAll('.hop[data-message]')].map(hop => hop.dataset.message).join(' ')");
        return List.of(String.valueOf(names).split(" "));
    }
}
