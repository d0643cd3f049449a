package dev.orderflow.kustomize.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects that a kustomization renders. */
public record Manifests(List<HasMetadata> objects) {

    public <T extends HasMetadata> Stream<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    public <T extends HasMetadata> Optional<T> find(Class<T> type, String name) {
        return all(type)
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst();
    }

    public Stream<Workload> workloads() {
        return objects.stream().flatMap(Manifests::workload);
    }

    /** Returns the Deployments of the three services. */
    public Stream<Workload> services() {
        return workloads()
                .filter(workload ->
                        workload.owner() instanceof Deployment && workload.isOurs() && !workload.isGatewaySimulator());
    }

    private static Stream<Workload> workload(HasMetadata object) {
        return switch (object) {
            case Deployment deployment ->
                Stream.of(new Workload(deployment, deployment.getSpec().getTemplate()));
            case StatefulSet set -> Stream.of(new Workload(set, set.getSpec().getTemplate()));
            case Job job -> Stream.of(new Workload(job, job.getSpec().getTemplate()));
            default -> Stream.empty();
        };
    }

    /** Returns kind/name, for messages. */
    public static String nameOf(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }
}
