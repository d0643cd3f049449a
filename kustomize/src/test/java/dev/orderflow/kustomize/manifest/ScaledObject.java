package dev.orderflow.kustomize.manifest;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;

/** KEDA's scaler of a workload, with the fields that Orderflow uses. */
@Group("keda.sh")
@Version("v1alpha1")
public final class ScaledObject extends CustomResource<ScaledObject.Spec, Void> implements Namespaced {

    /** Times are in seconds. */
    public record Spec(
            Target scaleTargetRef,
            int pollingInterval,
            int cooldownPeriod,
            int minReplicaCount,
            int maxReplicaCount,
            List<Trigger> triggers) {}

    public record Target(String name) {}

    public record Trigger(String type, String metricType, Map<String, String> metadata) {}
}
