package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.Workload;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.Map;
import java.util.stream.Stream;

/** Rules for every pod. */
final class PodRules {

    private PodRules() {}

    /** The Pod Security Standard "restricted", and no service account token and no variables from Services. */
    static Stream<String> hardened(Manifests manifests) {
        return manifests
                .workloads()
                .filter(workload -> !isHardened(workload.pod()) || !isWithoutHost(workload.pod()))
                .map(workload -> workload.name() + " may run as root, outside of seccomp, on its host or with a token");
    }

    private static boolean isHardened(PodSpec pod) {
        PodSecurityContext context = pod.getSecurityContext();
        return context != null
                && Boolean.TRUE.equals(context.getRunAsNonRoot())
                && context.getRunAsUser() != null
                && context.getRunAsUser() > 0
                && context.getSeccompProfile() != null
                && "RuntimeDefault".equals(context.getSeccompProfile().getType())
                && Boolean.FALSE.equals(pod.getAutomountServiceAccountToken())
                && Boolean.FALSE.equals(pod.getEnableServiceLinks());
    }

    private static boolean isWithoutHost(PodSpec pod) {
        return pod.getHostNetwork() == null
                && pod.getHostPID() == null
                && pod.getHostIPC() == null
                && pod.getVolumes().stream().allMatch(volume -> volume.getHostPath() == null)
                && Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
                        .flatMap(container -> container.getPorts().stream())
                        .allMatch(port -> port.getHostPort() == null);
    }

    static Stream<String> serviceAccounts(Manifests manifests) {
        return manifests
                .workloads()
                .filter(Workload::isOurs)
                .filter(workload -> !hasAccount(manifests, workload))
                .map(workload -> workload.name() + " needs a ServiceAccount of its own, whose token is not mounted");
    }

    private static boolean hasAccount(Manifests manifests, Workload workload) {
        String name = workload.pod().getServiceAccountName();
        return name != null
                && manifests.find(ServiceAccount.class, name).stream()
                        .anyMatch(account -> Boolean.FALSE.equals(account.getAutomountServiceAccountToken()));
    }

    static Stream<String> labels(Manifests manifests) {
        return manifests
                .workloads()
                .filter(workload -> !isLabelled(workload))
                .map(workload -> workload.name()
                        + " needs the labels app.kubernetes.io/name (its own), component and part-of (orderflow)");
    }

    private static boolean isLabelled(Workload workload) {
        Map<String, String> labels = workload.labels();
        return workload.owner().getMetadata().getName().equals(labels.get("app.kubernetes.io/name"))
                && labels.containsKey("app.kubernetes.io/component")
                && "orderflow".equals(labels.get("app.kubernetes.io/part-of"));
    }
}
