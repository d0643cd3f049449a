package dev.orderflow.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.kustomize.manifest.ContainerEnvironment;
import dev.orderflow.kustomize.manifest.Kustomize;
import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.PrometheusRule;
import dev.orderflow.kustomize.manifest.StrictYaml;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Grafana and Prometheus in the cluster get the same files that Compose mounts. */
class TelemetryTest {

    private static final Path FILES = Kustomize.FOLDER.resolve("components/telemetry");

    private static Manifests manifests;

    /** Not in the field's initializer, where a skip would be a failure. */
    @BeforeAll
    static void render() {
        manifests = Kustomize.render(Overlay.test("telemetry"));
    }

    @Test
    void every_dashboard_is_in_a_config_map_that_the_sidecar_of_grafana_finds() throws IOException {
        ConfigMap map = manifests.find(ConfigMap.class, "dashboards").orElseThrow();

        assertThat(map.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1");
        try (var dashboards = Files.list(FILES.resolve("dashboards"))) {
            Map<String, String> data = ContainerEnvironment.data(manifests, "dashboards");
            assertThat(dashboards)
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(data).containsEntry(file.getFileName().toString(), Files.readString(file)));
        }
    }

    @Test
    void the_operators_alerts_are_those_of_the_file() throws IOException {
        PrometheusRule file = StrictYaml.read("""
                        apiVersion: monitoring.coreos.com/v1
                        kind: PrometheusRule
                        metadata: {name: orderflow}
                        spec:
                        %s""".formatted(
                                Files.readString(FILES.resolve("alerts.yaml")).indent(2)))
                .find(PrometheusRule.class, "orderflow")
                .orElseThrow();

        assertThat(manifests
                        .find(PrometheusRule.class, "orderflow")
                        .orElseThrow()
                        .getSpec())
                .isEqualTo(file.getSpec());
    }
}
