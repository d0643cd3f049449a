package dev.orderflow.kustomize.docker;

import static org.awaitility.Awaitility.await;

import dev.orderflow.kustomize.manifest.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** A running pod of one container in Docker, checked by the probes of its manifest. */
record DockerPod(Workload workload, Container container, String id, String address) {

    /** The exit status of a process that was killed. */
    static final int KILLED = 137;

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Waits until the container has started, is ready and live. Throws if it ends, or the startup probe times out. */
    void awaitReady() {
        Probe startup = container.getStartupProbe();
        Duration limit = Duration.ofSeconds((long) startup.getPeriodSeconds() * startup.getFailureThreshold());
        try {
            await("started")
                    .atMost(limit)
                    .pollInterval(POLL)
                    .failFast(this::requireRunning)
                    .until(() -> passes(startup));
            await("ready")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(POLL)
                    .until(() -> passes(container.getReadinessProbe()));
            await("alive")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(POLL)
                    .until(() -> passes(container.getLivenessProbe()));
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            throw new AssertionError(workload.name() + ": " + e.getMessage() + "\n" + logs(), e);
        }
    }

    /** Waits for the end and returns the exit status. */
    int awaitEnd() {
        return Integer.parseInt(Docker.run("wait", id));
    }

    /** Stops it, as the kubelet does after preStop, and kills it after the grace period. */
    int stop() {
        Docker.run(
                "stop",
                "--time",
                workload.pod().getTerminationGracePeriodSeconds().toString(),
                id);
        return awaitEnd();
    }

    /** Runs a command in the container. Throws if it fails. */
    void exec(String input, String... command) {
        Docker.Answer answer = Docker.ask(
                input,
                Stream.concat(Stream.of("exec", "--interactive", id), Stream.of(command))
                        .toList());
        if (answer.status() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + answer.text());
        }
    }

    private boolean passes(Probe probe) throws IOException, InterruptedException {
        if (probe.getHttpGet() != null) {
            return status(probe.getHttpGet().getPath(), Duration.ofSeconds(probe.getTimeoutSeconds())) == 200;
        }
        if (probe.getTcpSocket() != null) {
            return accepts(port(probe.getTcpSocket().getPort()));
        }
        List<String> command = probe.getExec().getCommand();
        return Docker.ask(Stream.concat(Stream.of("exec", id), command.stream()).toList())
                        .status()
                == 0;
    }

    private int status(String path, Duration limit) throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(uri(path)).timeout(limit).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0; // not answering yet
        }
    }

    private boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 5_000);
            return true;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    private int port(IntOrString port) {
        return container.getPorts().stream()
                .filter(had -> Objects.equals(had.getName(), port.getStrVal()))
                .findFirst()
                .orElseThrow()
                .getContainerPort();
    }

    URI uri(String path) {
        return URI.create(
                "http://" + address + ":" + container.getPorts().getFirst().getContainerPort() + path);
    }

    private void requireRunning() {
        if (!Docker.run("inspect", "--format", "{{.State.Running}}", id).equals("true")) {
            throw new IllegalStateException("it has ended");
        }
    }

    String logs() {
        return Docker.run("logs", "--tail", "100", id);
    }
}
