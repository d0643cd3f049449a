package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.ContainerEnvironment;
import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Service;
import java.util.stream.Stream;

/** Rules for environment variables. */
final class EnvironmentRules {

    private EnvironmentRules() {}

    /** A host name without a dot must be a Service of the same namespace with that port. */
    static Stream<String> hosts(Manifests manifests) {
        return ours(manifests)
                .flatMap(container -> ServerAddress.of(manifests, container))
                .filter(ServerAddress::isInCluster)
                .filter(address -> !isThere(manifests, address))
                .map(address -> address + " is no Service with that port");
    }

    private static boolean isThere(Manifests manifests, ServerAddress address) {
        return OperatorObjects.makesService(manifests, address)
                || manifests.find(Service.class, address.host()).stream()
                        .flatMap(service -> service.getSpec().getPorts().stream())
                        .anyMatch(had -> had.getPort() == address.port());
    }

    static Stream<String> read(Manifests manifests) {
        KnownVariables known = KnownVariables.ofTheServices();
        return ours(manifests)
                .flatMap(container -> Stream.concat(
                                container.getEnv().stream().map(variable -> variable.getName()),
                                ContainerEnvironment.of(manifests, container).keySet().stream())
                        .filter(name -> !known.isRead(name))
                        .map(name -> name + " of container " + container.getName() + " is read by nobody"));
    }

    private static Stream<Container> ours(Manifests manifests) {
        return manifests.workloads().flatMap(Workload::containers).filter(Workload::isOurs);
    }
}
