package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Rules for every container. */
final class ContainerRules {

    private ContainerRules() {}

    static Stream<String> requestsAndLimits(Manifests manifests) {
        return each(
                manifests,
                (workload, container) -> Stream.of("cpu", "memory")
                        .filter(resource -> !isBounded(container.getResources(), resource))
                        .map(resource -> "needs a request for " + resource + " and a limit that is not below it"));
    }

    private static boolean isBounded(ResourceRequirements resources, String resource) {
        Map<String, Quantity> requests = resources == null ? Map.of() : resources.getRequests();
        Map<String, Quantity> limits = resources == null ? Map.of() : resources.getLimits();
        return requests.containsKey(resource)
                && limits.containsKey(resource)
                && requests.get(resource)
                                .getNumericalAmount()
                                .compareTo(limits.get(resource).getNumericalAmount())
                        <= 0;
    }

    static Stream<String> hardened(Manifests manifests) {
        return each(
                manifests,
                (workload, container) -> isHardened(container.getSecurityContext())
                        ? Stream.empty()
                        : Stream.of("may escalate, write to its image or use capabilities"));
    }

    private static boolean isHardened(SecurityContext context) {
        return context != null
                && Boolean.FALSE.equals(context.getAllowPrivilegeEscalation())
                && Boolean.TRUE.equals(context.getReadOnlyRootFilesystem())
                && !Boolean.TRUE.equals(context.getPrivileged())
                && context.getCapabilities() != null
                && context.getCapabilities().getDrop().equals(List.of("ALL"))
                && context.getCapabilities().getAdd().isEmpty();
    }

    static Stream<String> mounts(Manifests manifests) {
        return each(
                manifests,
                (workload, container) -> container.getVolumeMounts().stream()
                        .map(VolumeMount::getName)
                        .filter(name -> !volumes(workload).toList().contains(name))
                        .map(name -> "mounts " + name + ", which its pod does not have"));
    }

    private static Stream<String> volumes(Workload workload) {
        Stream<String> claimed = workload.owner() instanceof StatefulSet set
                ? set.getSpec().getVolumeClaimTemplates().stream()
                        .map(claim -> claim.getMetadata().getName())
                : Stream.empty();
        return Stream.concat(workload.pod().getVolumes().stream().map(Volume::getName), claimed);
    }

    static Stream<String> pinned(Manifests manifests) {
        return each(
                manifests,
                (workload, container) -> isPinned(container.getImage())
                        ? Stream.empty()
                        : Stream.of("runs " + container.getImage() + ", which may be another image tomorrow"));
    }

    private static boolean isPinned(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        return image.contains("@sha256:") || (name.contains(":") && !name.endsWith(":latest"));
    }

    private static Stream<String> each(Manifests manifests, BiFunction<Workload, Container, Stream<String>> check) {
        return manifests
                .workloads()
                .flatMap(workload -> workload.containers()
                        .flatMap(container ->
                                check.apply(workload, container).map(fault -> workload.name(container) + " " + fault)));
    }
}
