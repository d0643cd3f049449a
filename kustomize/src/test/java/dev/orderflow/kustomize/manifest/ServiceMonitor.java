package dev.orderflow.kustomize.manifest;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;

/** A scrape target of the Prometheus Operator, with the fields that Orderflow uses. */
@Group("monitoring.coreos.com")
@Version("v1")
public final class ServiceMonitor extends CustomResource<ServiceMonitor.Spec, Void> implements Namespaced {

    public record Spec(LabelSelector selector, List<Endpoint> endpoints) {}

    /** The port has the name of a Service's port. */
    public record Endpoint(String port, String interval, boolean honorLabels) {}
}
