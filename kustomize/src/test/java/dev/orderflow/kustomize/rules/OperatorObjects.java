package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.PostgresCluster;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.strimzi.api.kafka.model.kafka.Kafka;
import java.util.stream.Stream;

/** The Services and pods that operators create for their own objects. */
final class OperatorObjects {

    private OperatorObjects() {}

    static boolean makesService(Manifests manifests, ServerAddress address) {
        boolean database = manifests
                .all(PostgresCluster.class)
                .anyMatch(cluster ->
                        address.host().equals(cluster.getMetadata().getName() + "-rw") && address.port() == 5432);
        boolean broker = manifests
                .all(Kafka.class)
                .anyMatch(kafka -> address.host().equals(kafka.getMetadata().getName() + "-kafka-bootstrap")
                        && kafka.getSpec().getKafka().getListeners().stream()
                                .anyMatch(listener -> listener.getPort() == address.port()));
        return database || broker;
    }

    static boolean makesPods(Manifests manifests, LabelSelector selector) {
        return Stream.concat(manifests.all(PostgresCluster.class), manifests.all(Kafka.class))
                .anyMatch(
                        cluster -> label(selector).equals(cluster.getMetadata().getName()));
    }

    /** The Services of a cluster have its name as a prefix. */
    static boolean makesPodsOf(String host, LabelSelector selector) {
        return host.startsWith(label(selector) + "-");
    }

    /** Returns the name of the cluster that the selector refers to; empty if there is none. */
    private static String label(LabelSelector selector) {
        return Stream.of("cnpg.io/cluster", "strimzi.io/cluster")
                .map(selector.getMatchLabels()::get)
                .filter(name -> name != null)
                .findFirst()
                .orElse("");
    }
}
