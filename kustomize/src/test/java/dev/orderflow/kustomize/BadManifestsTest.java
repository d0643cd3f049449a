package dev.orderflow.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.kustomize.manifest.Kustomize;
import dev.orderflow.kustomize.manifest.StrictYaml;
import dev.orderflow.kustomize.rules.OverlayRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that every rule detects a violation. For each rule, src/test/resources/bad has a file with patches for an
 * overlay that complies. Its first line names the overlay and the expected violation.
 */
class BadManifestsTest {

    private static final Pattern FIRST_LINE = Pattern.compile("# over (\\S+): (.+)\n");

    @ParameterizedTest
    @EnumSource
    void each_rule_finds_its_bad_manifest(OverlayRule rule) throws IOException {
        String bad = Files.readString(
                Kustomize.FOLDER.resolve("src/test/resources/bad/" + rule.name().toLowerCase(Locale.ROOT) + ".yaml"));
        Matcher line = FIRST_LINE.matcher(bad);
        assertThat(line.lookingAt()).isTrue();
        Path overlay = Kustomize.FOLDER.resolve(line.group(1));
        assertThat(rule.violations(Kustomize.render(overlay))).isEmpty();

        assertThat(rule.violations(Kustomize.render(Kustomize.laidOver(overlay, "bad/" + rule.name(), bad))))
                .isNotEmpty()
                .anySatisfy(violation -> assertThat(violation).contains(line.group(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {port: 80}}",
                "{apiVersion: v1, kind: Service, metadata: {name: a, lables: {}}}",
                "{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {containers: [{name: a, imagePullpolicy: Always}]}}}}",
                "{apiVersion: apps/v1, kind: Deployment, spec: {replicas: many}}",
                "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, spec: {partition: 6}}",
                "{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, spec: {minReplicas: 2}}",
                "{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, spec: {instance: 2}}",
                "{apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, spec: {endpoints: [{honourLabels: true}]}}",
                "{apiVersion: monitoring.coreos.com/v1, kind: PrometheusRule, spec: {groups: [{rules: [{alerts: a}]}]}}",
                "{apiVersion: v1, kind: Servise, metadata: {name: a}}",
                "{apiVersion: kafka.strimzi.io/v1beta2, kind: KafkaTopic, metadata: {name: a}}"
            })
    void what_the_cluster_would_not_know_is_refused(String manifest) {
        assertThatThrownBy(() -> StrictYaml.read(manifest))
                .hasMessageMatching("(?is).*(unrecognized|deserialize|unknown).*");
    }

    @Test
    void what_kustomize_refuses_is_refused() {
        assertThatThrownBy(() -> Kustomize.text(Overlay.test("nowhere"))).hasMessageContaining("does not render");
    }
}
