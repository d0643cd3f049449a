package dev.orderflow.kustomize.manifest;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The references of pods to ConfigMaps and Secrets, without optional keys of Secrets. */
public final class PodReferences {

    /** A reference; without a key, it concerns the whole object. */
    public record Reference(
            Class<? extends HasMetadata> type,
            String name,
            @Nullable String key) {
        @Override
        public String toString() {
            return type.getSimpleName() + "/" + name + (key == null ? "" : " key " + key);
        }
    }

    private PodReferences() {}

    public static Stream<Reference> of(Workload workload) {
        return Stream.concat(
                workload.containers().flatMap(PodReferences::of),
                workload.pod().getVolumes().stream().flatMap(PodReferences::of));
    }

    private static Stream<Reference> of(Container container) {
        return Stream.concat(
                container.getEnvFrom().stream().flatMap(PodReferences::of),
                container.getEnv().stream().flatMap(PodReferences::of));
    }

    private static Stream<Reference> of(EnvFromSource source) {
        return source.getConfigMapRef() != null
                ? whole(ConfigMap.class, source.getConfigMapRef().getName())
                : whole(Secret.class, source.getSecretRef().getName());
    }

    private static Stream<Reference> of(EnvVar variable) {
        EnvVarSource source = variable.getValueFrom();
        if (source != null && source.getConfigMapKeyRef() != null) {
            var key = source.getConfigMapKeyRef();
            return Stream.of(new Reference(ConfigMap.class, key.getName(), key.getKey()));
        }
        if (source != null && source.getSecretKeyRef() != null) {
            var key = source.getSecretKeyRef();
            if (Boolean.TRUE.equals(key.getOptional())) {
                return Stream.empty();
            }
            return Stream.of(new Reference(Secret.class, key.getName(), key.getKey()));
        }
        return Stream.empty();
    }

    private static Stream<Reference> of(Volume volume) {
        if (volume.getConfigMap() != null) {
            return keys(
                    ConfigMap.class,
                    volume.getConfigMap().getName(),
                    volume.getConfigMap().getItems());
        }
        if (volume.getSecret() != null) {
            return keys(
                    Secret.class,
                    volume.getSecret().getSecretName(),
                    volume.getSecret().getItems());
        }
        return volume.getProjected() == null
                ? Stream.empty()
                : volume.getProjected().getSources().stream().flatMap(PodReferences::of);
    }

    private static Stream<Reference> of(VolumeProjection source) {
        return source.getConfigMap() != null
                ? keys(
                        ConfigMap.class,
                        source.getConfigMap().getName(),
                        source.getConfigMap().getItems())
                : keys(
                        Secret.class,
                        source.getSecret().getName(),
                        source.getSecret().getItems());
    }

    private static Stream<Reference> keys(Class<? extends HasMetadata> type, String name, List<KeyToPath> items) {
        return items.isEmpty()
                ? whole(type, name)
                : items.stream().map(item -> new Reference(type, name, item.getKey()));
    }

    private static Stream<Reference> whole(Class<? extends HasMetadata> type, String name) {
        return Stream.of(new Reference(type, name, null));
    }
}
