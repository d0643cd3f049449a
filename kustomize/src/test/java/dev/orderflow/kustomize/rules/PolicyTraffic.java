package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.stream.Stream;

/**
 * Evaluates which connections the policies allow. A pod that no policy of a direction selects is open in that
 * direction.
 */
record PolicyTraffic(Manifests manifests) {

    /**
     * Returns whether a connection is allowed. Between pods of these manifests, both ends must allow it; outside, only
     * the port counts.
     */
    boolean mayReach(Workload from, ServerAddress address) {
        List<Service> services = manifests
                .all(Service.class)
                .filter(service -> service.getMetadata().getName().equals(address.host()))
                .toList();
        if (services.isEmpty()) {
            return mayLeave(from, address);
        }
        return services.stream()
                .flatMap(service -> service.getSpec().getPorts().stream()
                        .filter(port -> port.getPort() == address.port())
                        .flatMap(port -> pods(service).map(to -> mayPass(from, to, target(to, port)))))
                .reduce(Boolean::logicalAnd)
                .orElse(false);
    }

    private boolean mayLeave(Workload from, ServerAddress address) {
        List<NetworkPolicy> policies = selecting(from, "Egress");
        return policies.isEmpty()
                || policies.stream()
                        .flatMap(policy -> policy.getSpec().getEgress().stream())
                        .anyMatch(rule -> isOutside(rule.getTo(), address)
                                && includes(rule.getPorts(), address.port(), List.of()));
    }

    /** Returns whether the peers are outside these manifests: an address, or an operator's pods. */
    private static boolean isOutside(List<NetworkPolicyPeer> peers, ServerAddress address) {
        return peers.isEmpty()
                || peers.stream()
                        .anyMatch(peer -> address.isInCluster()
                                ? peer.getPodSelector() != null
                                        && OperatorObjects.makesPodsOf(address.host(), peer.getPodSelector())
                                : peer.getIpBlock() != null);
    }

    private boolean mayPass(Workload from, Workload to, ContainerPort port) {
        List<NetworkPolicy> leaving = selecting(from, "Egress");
        List<NetworkPolicy> entering = selecting(to, "Ingress");
        boolean leaves = leaving.isEmpty()
                || leaving.stream()
                        .flatMap(policy -> policy.getSpec().getEgress().stream())
                        .anyMatch(rule -> isPeer(rule.getTo(), to)
                                && includes(rule.getPorts(), port.getContainerPort(), List.of(port)));
        boolean enters = entering.isEmpty()
                || entering.stream()
                        .flatMap(policy -> policy.getSpec().getIngress().stream())
                        .anyMatch(rule -> isPeer(rule.getFrom(), from)
                                && includes(rule.getPorts(), port.getContainerPort(), List.of(port)));
        return leaves && enters;
    }

    private List<NetworkPolicy> selecting(Workload pod, String direction) {
        return manifests
                .all(NetworkPolicy.class)
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
                .filter(policy -> LabelSelectors.selects(policy.getSpec().getPodSelector(), pod))
                .toList();
    }

    private static boolean isPeer(List<NetworkPolicyPeer> peers, Workload pod) {
        return peers.isEmpty()
                || peers.stream()
                        .filter(peer -> peer.getNamespaceSelector() == null && peer.getPodSelector() != null)
                        .anyMatch(peer -> LabelSelectors.selects(peer.getPodSelector(), pod));
    }

    private static boolean includes(List<NetworkPolicyPort> ports, int number, List<ContainerPort> names) {
        return ports.isEmpty()
                || ports.stream()
                        .map(NetworkPolicyPort::getPort)
                        .anyMatch(port -> new IntOrString(number).equals(port)
                                || names.stream().anyMatch(named -> new IntOrString(named.getName()).equals(port)));
    }

    private Stream<Workload> pods(Service service) {
        return manifests
                .workloads()
                .filter(workload -> workload.isMatchedBy(service.getSpec().getSelector()));
    }

    private static ContainerPort target(Workload to, ServicePort port) {
        return to.containers()
                .filter(container -> ServerRules.hasPort(container, port.getTargetPort()))
                .map(Container::getPorts)
                .flatMap(List::stream)
                .filter(had -> new IntOrString(had.getName()).equals(port.getTargetPort())
                        || new IntOrString(had.getContainerPort()).equals(port.getTargetPort()))
                .findFirst()
                .orElseThrow();
    }
}
