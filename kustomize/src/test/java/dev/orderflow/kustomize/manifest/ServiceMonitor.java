package dev.orderflow.kustomize.manifest;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;

/** What a Prometheus of the Prometheus Operator scrapes, with the fields that are used here. */
@Group("monitoring.coreos.com")
@Version("v1")
public final class ServiceMonitor extends CustomResource<ServiceMonitor.Spec, Void> implements Namespaced {

    public record Spec(LabelSelector selector, List<Endpoint> endpoints) {}

    /** The port is one that a Service names. */
    public record Endpoint(String port, String interval, boolean honorLabels) {}
}
