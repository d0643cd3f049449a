package dev.orderflow.kustomize.rules;

import static dev.orderflow.kustomize.manifest.Manifests.nameOf;

import dev.orderflow.kustomize.manifest.Manifests;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.List;
import java.util.stream.Stream;

/** Rules for namespaces: an overlay owns one, which accepts only hardened pods. */
final class NamespaceRules {

    private NamespaceRules() {}

    static Stream<String> one(Manifests manifests) {
        List<Namespace> namespaces = manifests.all(Namespace.class).toList();
        if (namespaces.size() != 1 || !isRestricted(namespaces.getFirst())) {
            return Stream.of("one Namespace is needed, with pod-security.kubernetes.io/enforce: restricted");
        }
        String name = namespaces.getFirst().getMetadata().getName();
        return manifests.objects().stream()
                .filter(Namespaced.class::isInstance)
                .filter(object -> !name.equals(object.getMetadata().getNamespace()))
                .map(object -> nameOf(object) + " is not in the namespace " + name);
    }

    private static boolean isRestricted(Namespace namespace) {
        return "restricted".equals(namespace.getMetadata().getLabels().get("pod-security.kubernetes.io/enforce"));
    }
}
