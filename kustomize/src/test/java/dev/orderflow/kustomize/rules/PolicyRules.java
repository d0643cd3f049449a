package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.Workload;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.Map;
import java.util.stream.Stream;

/** Rules for network policies, evaluated between the pods of the manifests as a cluster does. */
final class PolicyRules {

    private PolicyRules() {}

    static Stream<String> deny(Manifests manifests) {
        boolean denied = manifests
                .all(NetworkPolicy.class)
                .map(NetworkPolicy::getSpec)
                .anyMatch(policy -> policy.getPodSelector().getMatchLabels().isEmpty()
                        && policy.getPodSelector().getMatchExpressions().isEmpty()
                        && policy.getPolicyTypes().contains("Ingress")
                        && policy.getPolicyTypes().contains("Egress")
                        && policy.getIngress().isEmpty()
                        && policy.getEgress().isEmpty());
        return denied ? Stream.empty() : Stream.of("a policy is needed that denies every pod everything");
    }

    /** Each pod must reach the servers that its variables name; outside the cluster, only the port counts. */
    static Stream<String> needed(Manifests manifests) {
        PolicyTraffic traffic = new PolicyTraffic(manifests);
        return manifests
                .workloads()
                .flatMap(from -> ServerAddress.of(manifests, from)
                        .filter(address -> !traffic.mayReach(from, address))
                        .map(address -> from.name() + " needs " + address + ", which the policies do not let pass"));
    }

    /** Pods that do not communicate must not reach each other. */
    static Stream<String> unneeded(Manifests manifests) {
        PolicyTraffic traffic = new PolicyTraffic(manifests);
        return manifests
                .workloads()
                .flatMap(from -> manifests
                        .all(Service.class)
                        .flatMap(service -> service.getSpec().getPorts().stream()
                                .map(port ->
                                        new ServerAddress(service.getMetadata().getName(), port.getPort())))
                        .filter(address -> ServerAddress.of(manifests, from).noneMatch(address::equals))
                        .filter(address -> !leadsBack(manifests, address, from))
                        .filter(address -> traffic.mayReach(from, address))
                        .map(address ->
                                from.name() + " has no business with " + address + ", which the policies let pass"));
    }

    private static boolean leadsBack(Manifests manifests, ServerAddress address, Workload from) {
        Map<String, String> selector = manifests
                .find(Service.class, address.host())
                .map(service -> service.getSpec().getSelector())
                .orElseThrow();
        return from.isMatchedBy(selector);
    }
}
