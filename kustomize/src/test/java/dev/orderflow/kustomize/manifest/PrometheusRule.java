package dev.orderflow.kustomize.manifest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Alerts of the Prometheus Operator, with the fields that Orderflow uses. Its spec is what Prometheus reads from a
 * file.
 */
@Group("monitoring.coreos.com")
@Version("v1")
public final class PrometheusRule extends CustomResource<PrometheusRule.Spec, Void> implements Namespaced {

    public record Spec(List<RuleGroup> groups) {}

    public record RuleGroup(String name, List<Alert> rules) {}

    public record Alert(
            String alert,
            String expr,
            @JsonProperty("for") @Nullable String duration,
            Map<String, String> labels,
            Map<String, String> annotations) {}
}
