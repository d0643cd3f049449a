package dev.orderflow.order.rest.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsoleFilterTest {

    @Test
    void the_page_may_ask_services_of_other_origins() {
        assertThat(ConsoleFilter.policy("http://localhost:9081", "https://pay.example/payments"))
                .contains("; connect-src 'self' http://localhost:9081 https://pay.example;");
    }

    @Test
    void behind_one_host_the_page_asks_that_alone() {
        assertThat(ConsoleFilter.policy("", "/payments")).contains("; connect-src 'self';");
    }
}
