package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.ContainerEnvironment;
import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.Workload;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Listener;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Rules for the host names under which customers call a service. It answers under no other. */
final class HostRules {

    private static final String VARIABLE = "ORDERFLOW_HTTP_HOSTS";

    private HostRules() {}

    /** Every server behind a route must accept the route's host names. */
    static Stream<String> known(Manifests manifests) {
        return manifests.all(HTTPRoute.class).flatMap(route -> violations(manifests, route));
    }

    private static Stream<String> violations(Manifests manifests, HTTPRoute route) {
        List<String> names = names(manifests, route);
        if (names.isEmpty()) {
            return Stream.of(Manifests.nameOf(route) + " has no host name, so no server can know it");
        }
        return route.getSpec().getRules().stream()
                .flatMap(rule -> rule.getBackendRefs().stream())
                .map(backend -> backend.getName())
                .distinct()
                .flatMap(service -> servers(manifests, service))
                .flatMap(server -> server.containers()
                        .filter(Workload::isOurs)
                        .map(container -> List.of(ContainerEnvironment.of(manifests, container)
                                .getOrDefault(VARIABLE, "")
                                .split(",")))
                        .flatMap(known -> names.stream().filter(name -> !known.contains(name)))
                        .map(name ->
                                "%s is called %s, which is not in its %s".formatted(server.name(), name, VARIABLE)));
    }

    /** Returns the host names of a route, or else those of its gateway. */
    private static List<String> names(Manifests manifests, HTTPRoute route) {
        List<String> own = route.getSpec().getHostnames();
        return own.isEmpty()
                ? route.getSpec().getParentRefs().stream()
                        .flatMap(parent -> manifests.find(Gateway.class, parent.getName()).stream())
                        .flatMap(gateway -> gateway.getSpec().getListeners().stream())
                        .map(Listener::getHostname)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()
                : own;
    }

    private static Stream<Workload> servers(Manifests manifests, String service) {
        return manifests.find(Service.class, service).stream()
                .flatMap(found -> manifests
                        .workloads()
                        .filter(Workload::isServer)
                        .filter(workload -> workload.isMatchedBy(found.getSpec().getSelector())));
    }
}
