package dev.orderflow.systemtests.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The operations page explains every alert. */
class AlertsTest {

    private final List<String> alerts =
            PrometheusQuery.ofAlerts().stream().map(PrometheusQuery::asker).toList();

    @Test
    void every_alert_has_a_section_that_says_what_to_do_and_every_section_an_alert() {
        assertThat(alerts).isNotEmpty().doesNotHaveDuplicates();
        assertThat(OperationsPage.open().alerts()).containsExactlyInAnyOrderElementsOf(alerts);
    }

    @Test
    void every_alert_leads_to_its_section_and_says_how_urgent_it_is() throws IOException {
        String rules = Files.readString(
                Path.of(System.getProperty("orderflow.root"), "kustomize/components/telemetry/alerts.yaml"));
        String[] blocks = rules.split("- alert: ");
        assertThat(blocks).hasSize(alerts.size() + 1);
        for (int i = 0; i < alerts.size(); i++) {
            assertThat(blocks[i + 1])
                    .startsWith(alerts.get(i))
                    .contains("runbook: docs/operations.md#" + alerts.get(i).toLowerCase(Locale.ROOT) + "\n")
                    .containsPattern("severity: (page|ticket)\n")
                    .contains("summary: ");
        }
    }

    @Test
    void every_alert_that_a_panel_names_exists() throws IOException {
        String dashboard = Files.readString(Path.of(
                System.getProperty("orderflow.root"), "kustomize/components/telemetry/dashboards/orderflow.json"));
        var named = Pattern.compile("[Aa]lert (\\w+)")
                .matcher(dashboard)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(named).isNotEmpty();
        assertThat(alerts).containsAll(named);
    }
}
