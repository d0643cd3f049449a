package dev.orderflow.kustomize.rules;

import dev.orderflow.kustomize.manifest.ContainerEnvironment;
import dev.orderflow.kustomize.manifest.Manifests;
import dev.orderflow.kustomize.manifest.ScaledObject;
import dev.orderflow.kustomize.manifest.Workload;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules for production only. */
final class ProductionRules {

    private ProductionRules() {}

    /** A replica count in the manifest would override the autoscaler at every apply. */
    static Stream<String> replicas(Manifests manifests) {
        return services(
                        manifests,
                        workload -> ((Deployment) workload.owner()).getSpec().getReplicas() == null
                                && leastReplicas(
                                                manifests,
                                                workload.owner().getMetadata().getName())
                                        >= 2)
                .map(name -> name + " needs an autoscaler that keeps two replicas, and no number of its own");
    }

    private static int leastReplicas(Manifests manifests, String deployment) {
        Stream<Integer> byLoad = manifests
                .all(HorizontalPodAutoscaler.class)
                .filter(scaler -> scaler.getSpec().getScaleTargetRef().getName().equals(deployment))
                .map(scaler -> scaler.getSpec().getMinReplicas());
        Stream<Integer> byLag = manifests
                .all(ScaledObject.class)
                .filter(scaler -> scaler.getSpec().scaleTargetRef().name().equals(deployment))
                .map(scaler -> scaler.getSpec().minReplicaCount());
        return Stream.concat(byLoad, byLag)
                .reduce((one, another) -> 0) // two scalers conflict
                .orElse(0);
    }

    static Stream<String> budgets(Manifests manifests) {
        return services(
                        manifests,
                        workload -> manifests
                                .all(PodDisruptionBudget.class)
                                .anyMatch(budget -> workload.isMatchedBy(
                                        budget.getSpec().getSelector().getMatchLabels())))
                .map(name -> name + " needs a PodDisruptionBudget");
    }

    static Stream<String> digests(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(workload -> workload.containers()
                        .filter(container -> !container.getImage().matches(".+@sha256:[0-9a-f]{64}"))
                        .map(container ->
                                workload.name(container) + " runs " + container.getImage() + ", not a digest"));
    }

    /**
     * Production must contain neither the simulated gateway nor its Service, because it refunds any charge on request.
     */
    static Stream<String> simulator(Manifests manifests) {
        Stream<String> workloads =
                manifests.workloads().filter(Workload::isGatewaySimulator).map(Workload::name);
        Stream<String> others = manifests.objects().stream()
                .filter(object -> object.getMetadata().getName().contains("gateway-simulator"))
                .map(Manifests::nameOf);
        return Stream.concat(workloads, others)
                .map(name -> name + " is or serves the simulated gateway, which is for development only");
    }

    /** The value development would let the simulated gateway start. Production sets no value. */
    static Stream<String> environment(Manifests manifests) {
        return manifests
                .workloads()
                .filter(workload -> workload.containers()
                        .map(container -> ContainerEnvironment.of(manifests, container))
                        .anyMatch(variables ->
                                variables.containsKey("ORDERFLOW_ENVIRONMENT") || variables.containsKey("SAMPLE_DATA")))
                .map(workload -> workload.name() + " may have neither ORDERFLOW_ENVIRONMENT nor SAMPLE_DATA");
    }

    static Stream<String> gateway(Manifests manifests) {
        return services(
                        manifests,
                        workload -> !workload.owner().getMetadata().getName().equals("payment")
                                || environment(manifests, workload)
                                        .getOrDefault("GATEWAY_URL", "")
                                        .startsWith("https://"))
                .map(name -> name + " needs a GATEWAY_URL that begins with https://");
    }

    /**
     * Servers must not be able to change the schema. They wait for the Job, which runs the same image as the schema's
     * owner.
     */
    static Stream<String> migration(Manifests manifests) {
        return services(
                        manifests,
                        workload ->
                                "by-job".equals(environment(manifests, workload).get("SCHEMA_MIGRATION"))
                                        && manifests
                                                .find(
                                                        Job.class,
                                                        "migrate-"
                                                                + workload.owner()
                                                                        .getMetadata()
                                                                        .getName())
                                                .stream()
                                                .map(job -> new Workload(
                                                        job, job.getSpec().getTemplate()))
                                                .anyMatch(job -> isMigrationFor(manifests, job, workload)))
                .map(name -> name + " needs SCHEMA_MIGRATION=by-job and a Job of its image and database with as-job");
    }

    private static boolean isMigrationFor(Manifests manifests, Workload job, Workload service) {
        Map<String, String> ofJob = environment(manifests, job);
        Map<String, String> ofService = environment(manifests, service);
        return image(job).equals(image(service))
                && "as-job".equals(ofJob.get("SCHEMA_MIGRATION"))
                && !ofJob.containsKey("KAFKA_BOOTSTRAP_SERVERS")
                && Objects.equals(ofService.get("DB_HOST"), ofJob.get("DB_HOST"))
                && Objects.equals(ofService.get("DB_NAME"), ofJob.get("DB_NAME"));
    }

    static Stream<String> noSecrets(Manifests manifests) {
        return manifests.all(Secret.class).map(secret -> Manifests.nameOf(secret) + " comes from git");
    }

    private static String image(Workload workload) {
        return workload.pod().getContainers().getFirst().getImage();
    }

    private static Map<String, String> environment(Manifests manifests, Workload workload) {
        return ContainerEnvironment.of(manifests, workload.pod().getContainers().getFirst());
    }

    private static Stream<String> services(Manifests manifests, Predicate<Workload> holds) {
        return manifests.services().filter(holds.negate()).map(Workload::name);
    }
}
