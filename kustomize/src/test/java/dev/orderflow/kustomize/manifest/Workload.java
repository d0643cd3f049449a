package dev.orderflow.kustomize.manifest;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An object that creates pods, and its pod template. */
public record Workload(HasMetadata owner, PodTemplateSpec template) {

    private static final Pattern OURS =
            Pattern.compile("(.+/)?orderflow/(order|inventory|payment|gateway-simulator)([:@].*)?");

    public PodSpec pod() {
        return template.getSpec();
    }

    /** Returns all containers, init containers first. */
    public Stream<Container> containers() {
        return Stream.concat(pod().getInitContainers().stream(), pod().getContainers().stream());
    }

    public Map<String, String> labels() {
        return template.getMetadata().getLabels();
    }

    public boolean isMatchedBy(Map<String, String> selector) {
        return labels().entrySet().containsAll(selector.entrySet());
    }

    /** Returns whether it runs until it is stopped. */
    public boolean isServer() {
        return !(owner instanceof Job);
    }

    /** Returns whether it is the simulated payment gateway. */
    public boolean isGatewaySimulator() {
        return containers().anyMatch(container -> container.getImage().contains("gateway-simulator"));
    }

    /** Returns whether it runs an image of this repository. */
    public boolean isOurs() {
        return containers().anyMatch(container -> isOurs(container));
    }

    public static boolean isOurs(Container container) {
        return OURS.matcher(container.getImage()).matches();
    }

    /** Returns kind/name, for messages. */
    public String name() {
        return Manifests.nameOf(owner);
    }

    public String name(Container container) {
        return name() + "/" + container.getName();
    }
}
