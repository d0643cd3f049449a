package dev.orderflow.kustomize.docker;

import dev.orderflow.kustomize.manifest.ContainerEnvironment;
import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A pod's volumes in Docker: emptyDir in memory, ConfigMaps and Secrets as files, claims as volumes. */
record PodMounts(Manifests manifests, Path folder, String prefix) {

    List<String> of(Workload workload, Container container) {
        return container.getVolumeMounts().stream()
                .flatMap(mount -> of(workload, mount))
                .toList();
    }

    private Stream<String> of(Workload workload, VolumeMount mount) {
        Optional<Volume> volume = workload.pod().getVolumes().stream()
                .filter(candidate -> candidate.getName().equals(mount.getName()))
                .findFirst();
        String claim = prefix + "-" + workload.owner().getMetadata().getName() + "-" + mount.getName();
        return volume.map(found -> of(workload, found, claim, mount.getMountPath()))
                .orElseGet(() -> Stream.of("--volume", claim + ":" + mount.getMountPath()));
    }

    private Stream<String> of(Workload workload, Volume volume, String name, String path) {
        if (volume.getEmptyDir() != null) {
            return Stream.of("--tmpfs", path + ":" + empty(workload, volume));
        }
        Path files = folder.resolve(name);
        if (volume.getConfigMap() != null) {
            write(
                    files,
                    ContainerEnvironment.data(manifests, volume.getConfigMap().getName()),
                    List.of());
        } else if (volume.getProjected() != null) {
            volume.getProjected().getSources().forEach(source -> {
                if (source.getConfigMap() != null) {
                    write(
                            files,
                            ContainerEnvironment.data(
                                    manifests, source.getConfigMap().getName()),
                            source.getConfigMap().getItems());
                } else {
                    write(
                            files,
                            ContainerEnvironment.secret(
                                    manifests, source.getSecret().getName()),
                            source.getSecret().getItems());
                }
            });
        } else {
            throw new IllegalArgumentException("no such volume can be made here: " + volume);
        }
        return Stream.of("--volume", files + ":" + path + ":ro");
    }

    /** The kubelet's emptyDir is world-writable. Docker's has the mode of the folder below it, so it gets an owner. */
    private static String empty(Workload workload, Volume volume) {
        long owner = workload.pod().getSecurityContext().getRunAsUser();
        long size = volume.getEmptyDir().getSizeLimit().getNumericalAmount().longValueExact();
        return "rw,exec,nosuid,nodev,uid=" + owner + ",size=" + size;
    }

    private static void write(Path folder, Map<String, String> data, List<KeyToPath> items) {
        try {
            Files.createDirectories(folder);
            for (var entry : data.entrySet()) {
                Optional<KeyToPath> item = items.stream()
                        .filter(candidate -> candidate.getKey().equals(entry.getKey()))
                        .findFirst();
                if (items.isEmpty() || item.isPresent()) {
                    Files.writeString(
                            folder.resolve(item.map(KeyToPath::getPath).orElse(entry.getKey())), entry.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
