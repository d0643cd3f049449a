package dev.orderflow.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orderflow.systemtests.Shop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Injects the failures of docs/tour.md, except for killing a server. */
class TourIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String ORDER = "curl -s localhost:9080/api/orders/$O";

    private static ReaderShell terminal;
    private static List<String> blocks;

    @BeforeAll
    static void open() {
        assumeTrue(ReaderShell.isAvailable(), "SKIPPED: the tour needs bash, curl and openssl");
        terminal = new ReaderShell(Shop.open());
        // The test stack is in another folder.
        blocks = DocumentedCommand.blocks("docs/tour.md").stream()
                .map(block -> block.replace("target/local-stack/", "target/" + Shop.HOME.getFileName() + "/"))
                .toList();
    }

    @Test
    void an_order_is_followed_by_its_timeline() {
        assertThat(run(1)).contains("\"cause\":\"PLACED\"");
    }

    @Test
    void an_order_waits_for_a_gateway_that_is_down_and_is_charged_once() {
        String order;
        try {
            order = order(run(2, "echo; echo O=$O"));
            awaitStatus(order, ORDER, "RESERVED");
            awaitStatus(order, "curl -s localhost:9082/api/payments/$O", "UNKNOWN");
        } finally {
            terminal.run("curl -s -X DELETE localhost:9083/api/gateway/switches");
        }
        awaitStatus(order, ORDER, "CONFIRMED");
        assertThat(terminal.run(order, blocks.get(3))).containsOnlyOnce("\"status\":\"CAPTURED\"");
    }

    @Test
    void orders_wait_for_a_payment_server_that_stands_still() {
        String server = blocks.get(4).lines().findFirst().orElseThrow();
        String order;
        try {
            order = order(run(4, "echo; echo O=$O"));
            awaitStatus(order, ORDER, "RESERVED");
        } finally {
            terminal.run(server, "kill -CONT $(server payment)");
        }
        awaitStatus(order, ORDER, "CONFIRMED");
    }

    private static String run(int block, String... more) {
        return terminal.run(blocks.getFirst(), blocks.get(block), String.join("\n", more));
    }

    private static String order(String printed) {
        return printed.lines().filter(line -> line.startsWith("O=")).findFirst().orElseThrow();
    }

    private static void awaitStatus(String order, String question, String status) {
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(terminal.run(order, question)).contains("\"status\":\"" + status + "\""));
    }
}
