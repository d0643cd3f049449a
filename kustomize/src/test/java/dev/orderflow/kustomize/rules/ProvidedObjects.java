package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.ContainerEnvironment;
import dev.orderflow.kustomize.manifest.Kustomize;
import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.PodReferences.Reference;
import dev.orderflow.kustomize.manifest.StrictYaml;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.HashSet;
import java.util.Set;

/**
 * The ConfigMaps and Secrets that will exist: those in the manifests, those of operators, and those that production
 * must supply.
 */
record ProvidedObjects(Set<Reference> references) {

    static ProvidedObjects by(Manifests manifests) {
        ProvidedObjects provided = new ProvidedObjects(new HashSet<>());
        manifests
                .all(ConfigMap.class)
                .forEach(map -> provided.add(map, map.getData().keySet()));
        manifests
                .all(Secret.class)
                .forEach(secret ->
                        provided.add(secret, ContainerEnvironment.clear(secret).keySet()));
        manifests
                .all(KafkaUser.class)
                .forEach(user -> provided.add(
                        Secret.class, user.getMetadata().getName(), Set.of("password", "sasl.jaas.config")));
        manifests
                .all(Kafka.class)
                .forEach(kafka -> provided.add(
                        Secret.class, kafka.getMetadata().getName() + "-cluster-ca-cert", Set.of("ca.crt")));
        if (manifests.all(Secret.class).findAny().isEmpty()) {
            StrictYaml.read(RepositorySources.text(Kustomize.FOLDER.resolve("overlays/prod/secrets.example.yaml")))
                    .all(Secret.class)
                    .forEach(secret -> provided.add(
                            secret, ContainerEnvironment.clear(secret).keySet()));
        }
        return provided;
    }

    private void add(HasMetadata object, Set<String> keys) {
        add(object.getClass(), object.getMetadata().getName(), keys);
    }

    private void add(Class<? extends HasMetadata> type, String name, Set<String> keys) {
        references.add(new Reference(type, name, null));
        keys.forEach(key -> references.add(new Reference(type, name, key)));
    }

    boolean has(Reference reference) {
        return references.contains(reference);
    }
}
