package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.Kustomize;
import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for servers: probes, updates, spread and ports. */
final class ServerRules {

    /** The time in seconds that Liberty grants to requests in progress, and then to channels. */
    private static final int QUIESCE_S = 30;

    private static final int CHANNELS_S = 10;
    private static final Pattern HTTP_PORT = Pattern.compile("name=\"HTTP_PORT\" defaultValue=\"(\\d+)\"");

    private ServerRules() {}

    static Stream<String> probes(Manifests manifests) {
        return manifests
                .workloads()
                .filter(Workload::isServer)
                .flatMap(workload -> workload.pod().getContainers().stream()
                        .filter(container -> !isProbed(container))
                        .map(container -> workload.name(container)
                                + " needs a startup, a readiness and a liveness probe, each at a port that it has"
                                + " (a service at /health/started, ready and live)"));
    }

    private static boolean isProbed(Container container) {
        return fits(container, container.getStartupProbe(), "/health/started")
                && fits(container, container.getReadinessProbe(), "/health/ready")
                && fits(container, container.getLivenessProbe(), "/health/live");
    }

    private static boolean fits(Container container, Probe probe, String path) {
        if (probe == null) {
            return false;
        }
        if (probe.getHttpGet() != null) {
            return hasPort(container, probe.getHttpGet().getPort())
                    && (!Workload.isOurs(container)
                            || path.equals(probe.getHttpGet().getPath()));
        }
        boolean tcp = probe.getTcpSocket() != null
                && hasPort(container, probe.getTcpSocket().getPort());
        return !Workload.isOurs(container) && (tcp || probe.getExec() != null);
    }

    static boolean hasPort(Container container, IntOrString port) {
        return container.getPorts().stream()
                .anyMatch(had -> Objects.equals(had.getName(), port.getStrVal())
                        || Objects.equals(had.getContainerPort(), port.getIntVal()));
    }

    static Stream<String> rolling(Manifests manifests) {
        return manifests
                .services()
                .filter(workload -> !isGapless((Deployment) workload.owner()) || !drains(workload))
                .map(workload ->
                        workload.name() + " must roll with maxUnavailable 0, wait before it stops (preStop sleep)"
                                + " and then have " + (QUIESCE_S + CHANNELS_S) + " s to stop in");
    }

    private static boolean isGapless(Deployment deployment) {
        RollingUpdateDeployment rolling = deployment.getSpec().getStrategy() == null
                ? null
                : deployment.getSpec().getStrategy().getRollingUpdate();
        return rolling != null
                && new IntOrString(0).equals(rolling.getMaxUnavailable())
                && !new IntOrString(0).equals(rolling.getMaxSurge());
    }

    private static boolean drains(Workload workload) {
        Container server = workload.pod().getContainers().getFirst();
        if (server.getLifecycle() == null
                || server.getLifecycle().getPreStop() == null
                || server.getLifecycle().getPreStop().getSleep() == null) {
            return false;
        }
        long sleep = server.getLifecycle().getPreStop().getSleep().getSeconds();
        Long grace = workload.pod().getTerminationGracePeriodSeconds();
        return sleep > 0 && grace != null && grace >= sleep + QUIESCE_S + CHANNELS_S;
    }

    static Stream<String> spread(Manifests manifests) {
        return manifests
                .services()
                .filter(workload -> workload.pod().getTopologySpreadConstraints().stream()
                        .noneMatch(constraint -> "kubernetes.io/hostname".equals(constraint.getTopologyKey())
                                && workload.isMatchedBy(
                                        constraint.getLabelSelector().getMatchLabels())
                                && constraint
                                        .getLabelSelector()
                                        .getMatchLabels()
                                        .containsKey("app.kubernetes.io/name")))
                .map(workload -> workload.name() + " must spread its own pods over the nodes");
    }

    /** The container's port must be the one in the service's server.xml. */
    static Stream<String> ports(Manifests manifests) {
        return manifests.services().flatMap(workload -> {
            String service = workload.owner().getMetadata().getName();
            List<Integer> ports = workload.pod().getContainers().getFirst().getPorts().stream()
                    .map(ContainerPort::getContainerPort)
                    .toList();
            int opened = Integer.parseInt(RepositorySources.first(
                    Kustomize.ROOT.resolve("liberty-config/" + service + "/server.xml"), HTTP_PORT));
            return ports.equals(List.of(opened))
                    ? Stream.empty()
                    : Stream.of(workload.name() + " names the ports " + ports + ", but the server opens " + opened);
        });
    }
}
