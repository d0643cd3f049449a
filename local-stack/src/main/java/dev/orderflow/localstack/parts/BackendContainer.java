package dev.orderflow.localstack.parts;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotModifiedException;
import dev.orderflow.localstack.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** A backend in a container of the local Docker engine. It keeps its port and data until it is discarded. */
final class BackendContainer extends PartRun {
    static final String HOME = "dev.orderflow.home";
    private static final int GRACE_S = 10;

    private final GenericContainer<?> container;
    private final Path log;

    private BackendContainer(PartKind kind, String name, GenericContainer<?> container, Path log) {
        super(kind, name);
        this.container = container;
        this.log = log;
    }

    /** Publishes the port on the loopback address only. */
    static BackendContainer of(
            StackPart part, String image, int innerPort, Map<String, String> environment, String... command) {
        StackHome home = part.home();
        GenericContainer<?> container = new GenericContainer<>(image)
                .withEnv(environment)
                .withLabel(HOME, home.directory().toString())
                .waitingFor(new WithoutWaiting());
        container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(part.port(), innerPort)));
        if (command.length > 0) {
            container.setCommand(command);
        }
        return new BackendContainer(part.kind(), part.name(), container, home.log(part.name()));
    }

    /** No wait strategy: every part has its own probe. */
    private static final class WithoutWaiting extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {}
    }

    /** Removes containers that a killed run has left in this home. */
    static void removeLeftovers(StackHome home) {
        DockerEngine.client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(HOME, home.directory().toString()))
                .exec()
                .forEach(left -> DockerEngine.client()
                        .removeContainerCmd(left.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
    }

    /** Creates the container, or restarts it with its data. */
    void start() {
        if (remains()) {
            DockerEngine.client().startContainerCmd(container.getContainerId()).exec();
            return;
        }
        try {
            container.start();
        } catch (ContainerLaunchException e) {
            throw new StackFailure("Cannot start " + name() + " in a container: " + e.getCause(), e);
        }
    }

    @Override
    boolean isAlive() {
        return remains() && Boolean.TRUE.equals(state().getRunning());
    }

    @Override
    void stop() {
        resume();
        try {
            DockerEngine.client()
                    .stopContainerCmd(container.getContainerId())
                    .withTimeout(GRACE_S)
                    .exec();
        } catch (NotModifiedException alreadyStopped) {
            return;
        }
    }

    @Override
    void kill() {
        try {
            DockerEngine.client().killContainerCmd(container.getContainerId()).exec();
        } catch (ConflictException alreadyDead) {
            return;
        }
    }

    /** Suspends all of its processes. */
    @Override
    void pause() {
        DockerEngine.client().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    void resume() {
        if (Boolean.TRUE.equals(state().getPaused())) {
            DockerEngine.client()
                    .unpauseContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    @Override
    boolean remains() {
        return container.getContainerId() != null;
    }

    @Override
    void discard() {
        try {
            Files.writeString(log, container.getLogs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            container.stop();
        }
    }

    @Override
    boolean endsWithin(int milliseconds) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(milliseconds);
        return !isAlive();
    }

    @Override
    long status() {
        return Objects.requireNonNull(state().getExitCodeLong(), "status");
    }

    @Override
    String logTail(int limit) {
        List<String> lines = Arrays.asList(container.getLogs().split("\n", -1));
        return "The end of its log:\n  "
                + String.join("\n  ", lines.subList(Math.max(0, lines.size() - limit), lines.size()));
    }

    private ContainerState state() {
        return DockerEngine.client()
                .inspectContainerCmd(container.getContainerId())
                .exec()
                .getState();
    }
}
