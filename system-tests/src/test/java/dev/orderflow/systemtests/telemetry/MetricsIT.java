package dev.orderflow.systemtests.telemetry;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.chassis.harness.otlp.ReceivedMetric;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.systemtests.Shop;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The metrics of the services match the operations page, the dashboard and the alerts. */
class MetricsIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Labels that Prometheus adds for the resource and for histograms. */
    private static final Set<String> ADDED_LABELS = Set.of("service_name", "service_instance_id", "le");

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open();
        String sku = "MEASURED-" + UUID.randomUUID();
        shop.stock(sku, 1250, 1);
        UUID id = shop.place("tok_approve", sku);
        await().atMost(LIMIT).until(() -> shop.order(id).getString("status"), "CONFIRMED"::equals);
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(value("order", "orderflow.order.duration")).isPositive());
    }

    @Test
    void the_handbook_names_every_metric_of_ours_and_no_other_that_is_not_there() {
        await().atMost(LIMIT).untilAsserted(MetricsIT::requireAsDocumented);
    }

    private static void requireAsDocumented() {
        Map<String, Set<String>> documented = OperationsPage.open().metrics();
        Map<String, Set<String>> exported = shop.telemetry().metrics().stream()
                .collect(toMap(ReceivedMetric::name, ReceivedMetric::attributes, MetricsIT::union));

        assertThat(exported.keySet()).containsAll(documented.keySet());
        assertThat(documented.keySet())
                .containsAll(exported.keySet().stream()
                        .filter(name -> name.startsWith("orderflow."))
                        .toList());
        documented.forEach((metric, attributes) -> {
            if (metric.startsWith("orderflow.")) {
                assertThat(exported.get(metric)).as(metric).isEqualTo(attributes);
            } else {
                assertThat(exported.get(metric)).as(metric).containsAll(attributes);
            }
        });
    }

    @Test
    void dashboard_and_alerts_ask_for_nothing_that_is_not_measured() {
        await().atMost(LIMIT).untilAsserted(MetricsIT::requireAllIsMeasured);
    }

    private static void requireAllIsMeasured() {
        Set<String> series = shop.telemetry().metrics().stream()
                .flatMap(metric -> metric.series().stream())
                .collect(toSet());
        Set<String> labels = shop.telemetry().metrics().stream()
                .flatMap(metric -> metric.attributes().stream())
                .map(ReceivedMetric::prometheus)
                .collect(Collectors.toCollection(TreeSet::new));
        labels.addAll(ADDED_LABELS);

        List<PrometheusQuery> queries = Stream.concat(
                        PrometheusQuery.ofAlerts().stream(), PrometheusQuery.ofDashboard().stream())
                .toList();

        assertThat(queries).hasSizeGreaterThan(30).allSatisfy(query -> {
            assertThat(query.series()).as(query.asker()).isNotEmpty().isSubsetOf(series);
            assertThat(query.labels()).as(query.asker()).isSubsetOf(labels);
        });
    }

    @Test
    void every_service_tells_which_of_its_servers_speaks() {
        assertThat(shop.telemetry().metrics())
                .allSatisfy(metric -> assertThat(metric.instance()).isNotEmpty());
    }

    @Test
    void what_waits_in_an_outbox_is_seen_from_outside() {
        var kafka = shop.stack().backends().kafka();
        kafka.pause();
        try {
            String sku = "WAITING-" + UUID.randomUUID();
            shop.stock(sku, 1250, 1);
            shop.place("tok_approve", sku);

            await().atMost(LIMIT).untilAsserted(() -> {
                assertThat(value(ServiceName.ORDER.label(), "orderflow.outbox.depth"))
                        .isPositive();
                assertThat(value(ServiceName.ORDER.label(), "orderflow.outbox.age"))
                        .isGreaterThan(5);
            });
        } finally {
            kafka.resume();
        }
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(value("order", "orderflow.outbox.depth")).isZero());
    }

    @Test
    void how_far_the_streams_are_behind_is_seen_from_outside() throws SQLException {
        try (var writer = shop.stack().backends().database(ServiceName.ORDER).connect();
                var insert = writer.createStatement()) {
            writer.setAutoCommit(false);
            insert.execute("""
                    insert into order_history (id, order_id, from_status, to_status, cause)
                    select uuidv7(), id, status, status, 'PAYMENT_REFUNDED' from orders limit 1""");

            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(value("order", "orderflow.order.stream.behind"))
                            .isGreaterThan(5));
            writer.rollback();
        }
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(value("order", "orderflow.order.stream.behind"))
                        .isZero());
    }

    /** Returns the value of the running server, not of one that another test has killed. */
    private static double value(String service, String name) {
        return shop.telemetry().metrics().stream()
                .filter(metric ->
                        metric.service().equals(service) && metric.name().equals(name))
                .max(Comparator.comparing(ReceivedMetric::received))
                .map(ReceivedMetric::total)
                .orElse(0.0);
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(toSet());
    }
}
