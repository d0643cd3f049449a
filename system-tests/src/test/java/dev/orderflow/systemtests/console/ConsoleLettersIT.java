package dev.orderflow.systemtests.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.Shop;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator at the console, while the order database rejects one confirmation until the operator fixes it. */
class ConsoleLettersIT {

    private static final String LETTER = ".letters a[data-letter]";
    private static final String DRY_RUN = ".actions button:first-child";
    private static final String REDRIVE = ".actions button.is-main";

    private static Browser browser;
    private static Shop shop;

    /** No other order has this total. */
    private static final long PRICE = 777_777;

    private UUID order;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        shop = Shop.open();
        browser.appear(1440, 900, false);
    }

    @BeforeEach
    void park_the_payment_of_an_order() {
        String sku = "LETTER-" + UUID.randomUUID();
        shop.stock(sku, PRICE, 1);
        mend();
        orders().execute(
                        "alter table orders add constraint refuses_one check (total <> %d or status <> 'CONFIRMED') not valid"
                                .formatted(PRICE));
        order = shop.place("tok_slow", sku);
        parkWhatIsSetAside();
        browser.load(shop.url(ServiceName.ORDER, "/"));
        browser.awaitShown(".badge");
        browser.view("#/dead-letters");
        browser.click(LETTER);
        browser.awaitText(".letter-part .letter-cause", "refuses_one");
        assertThat(browser.text(".letter-part .pairs")).contains("dev.orderflow.payment.completed.v1");
    }

    /** An event that violates a constraint is set aside until others of its type succeed, or an operator parks it. */
    private void parkWhatIsSetAside() {
        String setAside = shop.url(ServiceName.ORDER, "/api/set-aside");
        String event = await().atMost(Browser.LIMIT)
                .until(
                        () -> given().get(setAside)
                                .jsonPath()
                                .getString("items.find { it.key == '%s' }?.eventId".formatted(order)),
                        Objects::nonNull);
        given().contentType("application/json")
                .post(setAside + "/" + event + "/park")
                .then()
                .statusCode(204);
    }

    private static void mend() {
        orders().execute("alter table orders drop constraint if exists refuses_one");
    }

    private static Database orders() {
        return shop.stack().backends().database(ServiceName.ORDER);
    }

    @Test
    void a_letter_is_rehearsed_and_redriven_once_its_cause_is_mended() {
        try {
            browser.click(DRY_RUN);
            browser.awaitText("[data-outcome=FAILED]", "Nothing was changed");
        } finally {
            mend();
        }
        browser.click(DRY_RUN);
        browser.awaitText("[data-outcome=HANDLED]", "Nothing was changed");
        browser.awaitText("[data-outcome=HANDLED]", "orders 1 updated");
        assertThat(shop.order(order).getString("status")).isEqualTo("RESERVED");

        browser.click(REDRIVE);
        browser.awaitText("[data-letter-status]", "REDRIVEN");
        browser.view("#/orders/" + order);
        browser.awaitText(".heading .status", "CONFIRMED");
        browser.view("#/");
        await().atMost(Browser.LIMIT).until(() -> !browser.shows(".badge"));
        assertThat(browser.complaints()).isEmpty();
        shop.requireSound();
    }

    @Test
    void a_letter_is_discarded_with_a_reason_that_its_history_keeps() {
        try {
            browser.type(".discard input", "the customer was told otherwise");
            browser.click(".discard button");
            browser.awaitText("[data-letter-status]", "DISCARDED");
            browser.awaitText(".history", "by console");
            browser.awaitText(".history", "the customer was told otherwise");
            await().atMost(Browser.LIMIT).until(() -> !browser.shows(".actions"));
        } finally {
            mend();
        }
        // A discarded event is never handled: the order is cancelled and the payment refunded.
        assertThat(shop.cancel(order)).isEqualTo(202);
        await().atMost(Browser.LIMIT)
                .untilAsserted(() -> assertThat(shop.kept(order)).isZero());
        shop.requireSound();
    }
}
