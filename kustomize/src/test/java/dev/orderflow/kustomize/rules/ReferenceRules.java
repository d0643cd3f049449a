package dev.orderflow.kustomize.rules;

import static dev.orderflow.kustomize.manifest.Manifests.nameOf;

import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.PodReferences;
import dev.orderflow.kustomize.manifest.ScaledObject;
import dev.orderflow.kustomize.manifest.ServiceMonitor;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Rules for references between objects: every target exists. */
final class ReferenceRules {

    private ReferenceRules() {}

    static Stream<String> keys(Manifests manifests) {
        ProvidedObjects provided = ProvidedObjects.by(manifests);
        return manifests
                .workloads()
                .flatMap(workload -> PodReferences.of(workload)
                        .filter(reference -> !provided.has(reference))
                        .map(reference -> workload.name() + " names " + reference + ", which nobody provides"));
    }

    static Stream<String> selectors(Manifests manifests) {
        Stream<String> services = manifests
                .all(Service.class)
                .filter(service -> !selects(manifests, service.getSpec().getSelector()))
                .map(Manifests::nameOf);
        Stream<String> budgets = manifests
                .all(PodDisruptionBudget.class)
                .filter(budget ->
                        !selects(manifests, budget.getSpec().getSelector().getMatchLabels()))
                .map(Manifests::nameOf);
        Stream<String> policies = manifests
                .all(NetworkPolicy.class)
                .filter(policy ->
                        !LabelSelectors.selectsAny(manifests, policy.getSpec().getPodSelector())
                                && !OperatorObjects.makesPods(
                                        manifests, policy.getSpec().getPodSelector()))
                .map(Manifests::nameOf);
        return Stream.of(services, budgets, policies).flatMap(names -> names).map(name -> name + " selects no pod");
    }

    private static boolean selects(Manifests manifests, Map<String, String> labels) {
        return !labels.isEmpty() && manifests.workloads().anyMatch(workload -> workload.isMatchedBy(labels));
    }

    static Stream<String> servicePorts(Manifests manifests) {
        return manifests
                .all(Service.class)
                .flatMap(service -> service.getSpec().getPorts().stream()
                        .filter(port -> !leadsSomewhere(manifests, service, port))
                        .map(port -> nameOf(service) + " leads to port "
                                + port.getTargetPort().getValue() + ", which its pods do not have"));
    }

    private static boolean leadsSomewhere(Manifests manifests, Service service, ServicePort port) {
        return manifests
                .workloads()
                .filter(workload -> workload.isMatchedBy(service.getSpec().getSelector()))
                .allMatch(workload -> workload.containers()
                        .anyMatch(container -> ServerRules.hasPort(container, port.getTargetPort())));
    }

    /** Targets of scalers, routes and monitors must exist. */
    static Stream<String> targets(Manifests manifests) {
        Stream<String> scalers = Stream.concat(
                manifests
                        .all(HorizontalPodAutoscaler.class)
                        .filter(scaler -> isAbsent(
                                manifests, scaler.getSpec().getScaleTargetRef().getName()))
                        .map(Manifests::nameOf),
                manifests
                        .all(ScaledObject.class)
                        .filter(scaler -> isAbsent(
                                manifests, scaler.getSpec().scaleTargetRef().name()))
                        .map(Manifests::nameOf));
        Stream<String> routes = manifests
                .all(HTTPRoute.class)
                .filter(route -> route.getSpec().getRules().stream()
                        .flatMap(rule -> rule.getBackendRefs().stream())
                        .anyMatch(backend -> !isThere(manifests, backend)))
                .map(Manifests::nameOf);
        Stream<String> monitors = manifests
                .all(ServiceMonitor.class)
                .filter(monitor -> monitor.getSpec().endpoints().stream()
                        .anyMatch(endpoint -> !isThere(manifests, monitor, endpoint.port())))
                .map(Manifests::nameOf);
        return Stream.of(scalers, routes, monitors)
                .flatMap(names -> names)
                .map(name -> name + " is about something that is not there");
    }

    private static boolean isAbsent(Manifests manifests, String deployment) {
        return manifests.find(Deployment.class, deployment).isEmpty();
    }

    private static boolean isThere(Manifests manifests, ServiceMonitor monitor, String port) {
        Map<String, String> labels = monitor.getSpec().selector().getMatchLabels();
        return manifests
                .all(Service.class)
                .filter(service -> service.getMetadata().getLabels().entrySet().containsAll(labels.entrySet()))
                .flatMap(service -> service.getSpec().getPorts().stream())
                .anyMatch(had -> port.equals(had.getName()));
    }

    private static boolean isThere(Manifests manifests, HTTPBackendRef backend) {
        return manifests.find(Service.class, backend.getName()).stream()
                .flatMap(service -> service.getSpec().getPorts().stream())
                .anyMatch(port -> Objects.equals(port.getPort(), backend.getPort()));
    }
}
