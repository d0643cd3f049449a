package dev.orderflow.kustomize.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.orderflow.kustomize.manifest.Kustomize;
import dev.orderflow.kustomize.manifest.Manifests;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs rendered pods with Docker as a node: {@code mvn -Psmoke -pl kustomize -Dit.test=PodsSmoke}. Variables, user,
 * read-only root, capabilities, limits, volumes and probes are those of the manifests. Needs the images with the tag
 * {@code ORDERFLOW_TAG} or dev; skipped with a message if one is missing.
 */
class PodsSmoke {

    private static final String TAG = System.getenv().getOrDefault("ORDERFLOW_TAG", "dev");
    /** As with kubectl port-forward. Under a pod's address, a service answers only probes. */
    private static final String HOST = "localhost";

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private static final List<String> SERVICES = List.of("order", "inventory", "payment");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path files;

    @Test
    void pods_of_the_dev_overlay_become_ready_take_an_order_to_its_end_and_stop_in_time() throws Exception {
        Manifests manifests = rendered("overlays/dev");
        try (DockerNode node = new DockerNode(manifests, files)) {
            List<DockerPod> backends = List.of(
                    node.start(StatefulSet.class, "postgres"),
                    node.start(StatefulSet.class, "kafka"),
                    node.start(Deployment.class, "redis"));
            backends.forEach(DockerPod::awaitReady);
            assertEndsWell(node.start(Job.class, "topics"));
            node.start(Deployment.class, "gateway-simulator").awaitReady();
            List<DockerPod> services = SERVICES.stream()
                    .map(name -> node.start(Deployment.class, name))
                    .toList();
            services.forEach(DockerPod::awaitReady);

            assertThat(endOfAnOrder(services.getFirst())).contains("\"CONFIRMED\"");

            services.forEach(pod -> assertThat(pod.stop())
                    .as("exit status of %s", pod.workload().name())
                    .isNotEqualTo(DockerPod.KILLED));
        }
    }

    @Test
    void jobs_migrate_an_empty_database_and_a_server_without_that_right_starts() throws Exception {
        Manifests manifests = rendered("src/test/overlays/dev-migrated-by-jobs");
        try (DockerNode node = new DockerNode(manifests, files)) {
            DockerPod postgres = node.start(StatefulSet.class, "postgres");
            DockerPod kafka = node.start(StatefulSet.class, "kafka");
            postgres.awaitReady();
            createDatabases(postgres);
            List<DockerPod> jobs = SERVICES.stream()
                    .map(name -> node.start(Job.class, "migrate-" + name))
                    .toList();
            jobs.forEach(PodsSmoke::assertEndsWell);
            assertThat(jobs).allSatisfy(job -> assertThat(job.logs()).contains("migration(s) applied"));

            kafka.awaitReady();
            assertEndsWell(node.start(Job.class, "topics"));
            node.start(Deployment.class, "payment").awaitReady();
        }
    }

    private static Manifests rendered(String overlay) throws IOException {
        assumeTrue(Kustomize.isInstalled("docker"), "SKIPPED: no pod was run, because there is no docker");
        Manifests manifests = Kustomize.render(Kustomize.laidOver(
                Kustomize.FOLDER.resolve(overlay), "pods/" + Path.of(overlay).getFileName(), """
                        images:
                          - {name: orderflow/order, newTag: "%1$s"}
                          - {name: orderflow/inventory, newTag: "%1$s"}
                          - {name: orderflow/payment, newTag: "%1$s"}
                          - {name: orderflow/gateway-simulator, newTag: "%1$s"}
                        """.formatted(TAG)));
        List<String> missing = DockerNode.missingImages(manifests);
        assumeTrue(
                missing.isEmpty(),
                "SKIPPED: no pod was run, because Docker does not answer or has no image " + missing);
        return manifests;
    }

    private static void assertEndsWell(DockerPod job) {
        assertThat(job.awaitEnd()).as(job.logs()).isZero();
    }

    /** Runs roles.sql by psql for each service and sets the passwords, as an operator of production does. */
    private static void createDatabases(DockerPod postgres) throws IOException {
        String script = Files.readString(Kustomize.FOLDER.resolve("components/migration/roles.sql"));
        Map.of("order", "orders", "inventory", "inventory", "payment", "payments")
                .forEach((service, name) -> postgres.exec(
                        script + """
                                ALTER ROLE %1$s_owner PASSWORD 'dev-only-%2$s-owner';
                                ALTER ROLE %1$s PASSWORD 'dev-only-%2$s';
                                """.formatted(name, service),
                        "psql",
                        "--username=postgres",
                        "--set=ON_ERROR_STOP=1",
                        "--set=database=" + name,
                        "--set=owner=" + name + "_owner",
                        "--set=role=" + name));
    }

    private static String endOfAnOrder(DockerPod service) throws IOException, InterruptedException {
        HttpResponse<String> placed = HTTP.send(
                HttpRequest.newBuilder(service.uri("/api/orders"))
                        .header("Host", HOST)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "pods-smoke-0001")
                        .POST(BodyPublishers.ofString("""
                                {"customerId": "c-42", "lines": [{"sku": "BOOK-001", "quantity": 2}], "paymentToken": "tok_approve"}
                                """))
                        .build(),
                BodyHandlers.ofString());
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        HttpRequest get = HttpRequest.newBuilder(service.uri(
                        placed.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "")))
                .header("Host", HOST)
                .build();
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> HTTP.send(get, BodyHandlers.ofString()).body(),
                        body -> Stream.of("PENDING", "RESERVED")
                                .noneMatch(status -> body.contains('"' + status + '"')));
    }
}
