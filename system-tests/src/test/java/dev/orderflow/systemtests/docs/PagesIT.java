package dev.orderflow.systemtests.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.PoisonRecord;
import dev.orderflow.systemtests.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the commands in the documents. */
class PagesIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String GATEWAY = "docs/gateway.md";

    private static ReaderShell terminal;

    @BeforeAll
    static void open() {
        assumeTrue(ReaderShell.isAvailable(), "SKIPPED: the samples of the pages need bash, curl and openssl");
        terminal = new ReaderShell(Shop.open());
    }

    @Test
    void the_quick_start_prints_what_the_readme_shows() {
        List<DocumentedCommand> samples = DocumentedCommand.of("README.md");
        assertThat(samples).hasSize(3);

        String placed = terminal.run(samples.getFirst().command());
        samples.getFirst().requireLike(placed);
        String order = "ORDER=" + found("\"id\":\"([^\"]+)", placed);
        await().atMost(LIMIT)
                .untilAsserted(() -> samples.get(1)
                        .requireLike(terminal.run(order, samples.get(1).command())));
        assertThat(terminal.run(order, samples.get(2).command())).contains("\"sku\":\"BOOK-001\",\"onHand\":");
        String stream = found("`(curl -N [^`]+)`", page("README.md"));
        // The server keeps the stream open, so the client ends it.
        assertThat(terminal.run(order, "grep -m1 '\"status\":\"CONFIRMED\"' < <(" + stream + " 2>/dev/null)"))
                .contains("PAYMENT_COMPLETED");
    }

    @Test
    void every_token_of_the_gateway_ends_an_order_as_its_page_says() {
        String functions = DocumentedCommand.blocks(GATEWAY).getFirst();
        Map<String, String> endings = endings();
        assertThat(endings).hasSizeGreaterThan(8).containsValues("CONFIRMED", "REJECTED");

        Map<String, String> orders = new TreeMap<>();
        endings.keySet().forEach(token -> orders.put(token, terminal.run(functions, "place " + token)));
        orders.forEach((token, order) -> await(token)
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(terminal.run(functions, "show " + order))
                        .contains("\"status\":\"" + endings.get(token) + "\"")));
    }

    @Test
    void every_switch_of_the_gateway_can_be_switched() {
        try {
            assertThat(terminal.run(DocumentedCommand.blocks(GATEWAY).get(1)))
                    .contains("DECLINE", "TIMEOUT_CHARGED", "DOWN");
        } finally {
            terminal.run("curl -s -X DELETE localhost:9083/api/gateway/switches");
        }
    }

    @Test
    void every_command_about_dead_letters_is_obeyed() throws Exception {
        String key = UUID.randomUUID().toString();
        PoisonRecord.send(terminal.shop(), key);
        String letter = await().atMost(LIMIT)
                .until(() -> PoisonRecord.parked(terminal.shop(), ServiceName.ORDER, key), id -> !id.isEmpty());

        String page = "docs/dead-letters.md";
        assertThat(terminal.run("ID=" + letter, String.join("\n", DocumentedCommand.blocks(page))))
                .contains(letter, "\"dryRun\":true", "The header ce_type is missing");
        for (ServiceName other : List.of(ServiceName.INVENTORY, ServiceName.PAYMENT)) {
            String id = await().atMost(LIMIT)
                    .until(() -> PoisonRecord.parked(terminal.shop(), other, key), found -> !found.isEmpty());
            given().delete(terminal.shop().url(other, "/api/dead-letters/" + id + "?reason=Sent by a test"))
                    .then()
                    .statusCode(204);
        }
    }

    /** Covers the tokens in the table of the page that have a quick outcome. */
    private static Map<String, String> endings() {
        Map<String, String> endings = new TreeMap<>();
        page(GATEWAY)
                .lines()
                .filter(line -> line.startsWith("| `tok_") && !line.contains("ten minutes"))
                .forEach(row ->
                        endings.put(found("`(tok_\\w+)`", row), row.contains("REJECTED") ? "REJECTED" : "CONFIRMED"));
        return endings;
    }

    private static String page(String name) {
        return Documents.read(Documents.ROOT.resolve(name));
    }

    private static String found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }
}
