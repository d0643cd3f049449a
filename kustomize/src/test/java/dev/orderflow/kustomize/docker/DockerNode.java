package dev.orderflow.kustomize.docker;

import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Docker as a node: pods in their own network, addressed by the names of their Services. Closing removes all of them.
 */
final class DockerNode implements AutoCloseable {

    private final Manifests manifests;
    private final Path folder;
    private final String name = "orderflow-pods-" + ProcessHandle.current().pid();
    private final List<DockerPod> pods = new ArrayList<>();

    /** Creates a node. The folder is for the files of ConfigMaps and Secrets. */
    DockerNode(Manifests manifests, Path folder) {
        this.manifests = manifests;
        this.folder = folder;
        Docker.run("network", "create", "--label", name, name);
    }

    /** Returns the images that these manifests need and that are not on this machine. */
    static List<String> missingImages(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(Workload::containers)
                .map(Container::getImage)
                .distinct()
                .filter(image -> Docker.ask(List.of("image", "inspect", image)).status() != 0)
                .toList();
    }

    DockerPod start(Class<?> kind, String workload) {
        return start(manifests
                .workloads()
                .filter(candidate -> kind.isInstance(candidate.owner()))
                .filter(candidate -> candidate.owner().getMetadata().getName().equals(workload))
                .findFirst()
                .orElseThrow());
    }

    private DockerPod start(Workload workload) {
        Container container = workload.pod().getContainers().getFirst();
        List<String> arguments = new ArrayList<>(List.of("run", "--detach", "--label", name, "--network", name));
        services(workload).forEach(service -> arguments.addAll(List.of("--network-alias", service)));
        arguments.addAll(RunArguments.of(
                manifests, workload, container, new PodMounts(manifests, folder, name).of(workload, container)));
        String id = Docker.run(arguments);
        String address =
                Docker.run("inspect", "--format", "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}", id);
        DockerPod pod = new DockerPod(workload, container, id, address);
        pods.add(pod);
        return pod;
    }

    private Stream<String> services(Workload workload) {
        return manifests
                .all(Service.class)
                .filter(service -> workload.isMatchedBy(service.getSpec().getSelector()))
                .map(service -> service.getMetadata().getName());
    }

    @Override
    public void close() {
        pods.forEach(pod -> Docker.run("rm", "--force", "--volumes", pod.id()));
        Docker.run("volume", "ls", "--quiet", "--filter", "name=" + name)
                .lines()
                .forEach(volume -> Docker.run("volume", "rm", volume));
        Docker.run("network", "rm", name);
    }
}
