package dev.orderflow.systemtests.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.systemtests.Shop;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console behind the production routes. Routed parts work, and the others are labelled as not open. */
class ConsoleInProductionIT {

    private static final String FOR_OPERATORS = "open to operators only";

    private static Browser browser;
    private static PublicGateway gateway;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open();
        gateway = new PublicGateway(Shop.open());
        browser.appear(1440, 900, false);
    }

    @AfterAll
    static void close() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @BeforeEach
    void load() {
        browser.load(gateway.url("/"));
    }

    @AfterEach
    void no_script_failed() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_board_says_that_the_list_of_orders_is_closed() {
        browser.awaitText("main", "The list of all orders is " + FOR_OPERATORS);

        assertThat(browser.shows(".skeleton")).isFalse();
        assertThat(browser.shows("[role=alert]")).isFalse();
    }

    @Test
    void an_order_is_placed_and_followed_by_its_id_alone() {
        browser.view("#/place");
        browser.awaitText(".notice", "The simulated gateway is not reachable");
        assertThat(browser.shows("[data-scenario]")).isFalse();
        browser.click("tr[data-sku='BOOK-001'] button[aria-label$='more']");
        browser.click(".checkout .button.is-main");

        browser.awaitShown(".heading [data-status=CONFIRMED]");
        browser.awaitText(".saga-part", "The history of an order is " + FOR_OPERATORS);
        browser.awaitText("[aria-label=Payment]", "Payments are " + FOR_OPERATORS);
        browser.awaitText("[aria-label=Reservation]", "Reservations are " + FOR_OPERATORS);
        assertThat(browser.shows(".skeleton")).isFalse();
        assertThat(browser.shows("[role=alert]")).isFalse();
    }

    @Test
    void stock_levels_are_shown_without_their_ledger() {
        browser.view("#/stock/BOOK-001");

        browser.awaitShown(".levels tr.is-chosen");
        browser.awaitText(".ledger", "This part is " + FOR_OPERATORS);
        assertThat(browser.shows("[role=alert]")).isFalse();
    }
}
