package dev.orderflow.systemtests.telemetry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.harness.otlp.ReceivedLog;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.CallerTrace;
import dev.orderflow.systemtests.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The logs of all servers, in JSON and down to FINE. */
class LogIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open();
    }

    @Test
    void every_line_of_a_saga_names_its_trace_and_its_order() {
        String sku = "LOGGED-" + UUID.randomUUID();
        shop.stock(sku, 1250, 1);
        CallerTrace trace = CallerTrace.begin();

        String order = shop.placeIn(trace, "tok_approve", sku).toString();

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(steps(order))
                        .isEqualTo(Map.of(
                                ServiceName.ORDER,
                                Set.of(
                                        "ORDER_CREATED",
                                        "Handled INVENTORY_RESERVED",
                                        "Handled PAYMENT_COMPLETED",
                                        "ORDER_CONFIRMED"),
                                ServiceName.INVENTORY,
                                Set.of("Handled ORDER_CREATED", "INVENTORY_RESERVED", "Handled ORDER_CONFIRMED"),
                                ServiceName.PAYMENT,
                                Set.of("Handled INVENTORY_RESERVED", "PAYMENT_COMPLETED"))));
        assertThat(lines())
                .filteredOn(line -> line.isOurs()
                        && (line.trace().equals(trace.id())
                                || line.order().equals(order)
                                || line.message().contains(order)))
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(line -> {
                    assertThat(line.trace()).as(line.message()).isEqualTo(trace.id());
                    assertThat(line.order()).as(line.message()).isEqualTo(order);
                });
    }

    @Test
    void log_records_are_exported_with_the_same_ids() {
        String sku = "EXPORTED-" + UUID.randomUUID();
        shop.stock(sku, 1250, 1);
        CallerTrace trace = CallerTrace.begin();

        String order = shop.placeIn(trace, "tok_approve", sku).toString();

        ReceivedLog confirmed = await().atMost(LIMIT)
                .until(
                        () -> shop.telemetry().logs().stream()
                                .filter(log -> log.message().startsWith("ORDER_CONFIRMED " + order))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(confirmed.service()).isEqualTo("order");
        assertThat(confirmed.traceId()).isEqualTo(trace.id());
        assertThat(confirmed.attributes()).containsEntry("io.openliberty.ext.orderid", order);
    }

    @Test
    void how_a_customer_pays_stands_in_no_log_and_in_no_span() throws IOException {
        String sku = "SECRET-" + UUID.randomUUID();
        shop.stock(sku, 1250, 1);
        CallerTrace trace = CallerTrace.begin();
        String token = "tok_" + UUID.randomUUID();

        UUID order = shop.placeIn(trace, token, sku);

        await().atMost(LIMIT).until(() -> shop.order(order).getString("reason"), "PAYMENT_DECLINED"::equals);
        await().atMost(LIMIT)
                .until(() -> steps(order.toString())
                        .getOrDefault(ServiceName.INVENTORY, Set.of())
                        .contains("Handled ORDER_REJECTED"));
        for (ServiceName service : ServiceName.values()) {
            assertThat(Files.readString(shop.stack().server(service).logFile()))
                    .contains(order.toString())
                    .doesNotContain(token);
        }
        assertThat(shop.telemetry().trace(trace.id()))
                .isNotEmpty()
                .allSatisfy(span -> assertThat(span.proto().toString()).doesNotContain(token));
    }

    @Test
    void migrations_find_every_folder_that_they_look_into() throws IOException {
        for (ServiceName service : ServiceName.values()) {
            // Unlike the process log, Liberty's own log starts with the current run.
            Path log = Shop.HOME.resolve("output/" + service.label() + "/logs/messages.log");
            assertThat(Files.readString(log)).contains("CWWKZ0001I").doesNotContain("Unable to resolve location");
        }
    }

    /** Returns the log messages about an order by service: handled and published events. */
    private static Map<ServiceName, Set<String>> steps(String order) {
        return lines().stream()
                .filter(line -> line.order().equals(order) && line.message().contains(": event "))
                .collect(groupingBy(
                        LogLine::service,
                        mapping(line -> line.message().replaceFirst(" " + order + ": event .*", ""), toSet())));
    }

    private static List<LogLine> lines() {
        return Arrays.stream(ServiceName.values())
                .flatMap(service ->
                        LogLine.of(service, shop.stack().server(service).logFile()).stream())
                .toList();
    }
}
