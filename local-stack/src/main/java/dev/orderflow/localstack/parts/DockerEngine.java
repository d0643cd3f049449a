package dev.orderflow.localstack.parts;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** The local Docker engine. A remote one does not count, because its ports are not on this machine. */
public final class DockerEngine {
    private static final int PULL_LIMIT_S = 60;

    private DockerEngine() {}

    static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    /** Returns why containers of these images cannot run; empty if they can. Pulls missing images. */
    public static String obstacle(Map<String, String> environment, List<String> images) {
        if (sockets(environment).noneMatch(DockerEngine::answers)) {
            return "no Docker engine answers on this machine";
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return "the Docker engine cannot be used";
        }
        if (isOutside()) {
            return "the Docker engine is outside of the container that this is";
        }
        return images.stream()
                .filter(image -> !isPresent(image) && !isPulled(image))
                .findFirst()
                .map(missing -> "the Docker engine has no image " + missing + " and cannot pull it")
                .orElse("");
    }

    /** Default sockets: Docker, rootless Docker, Docker Desktop. */
    static Stream<Path> sockets(Map<String, String> environment) {
        String given = environment.getOrDefault("DOCKER_HOST", "");
        if (!given.isEmpty()) {
            return given.startsWith("unix://")
                    ? Stream.of(Path.of(given.substring("unix://".length())))
                    : Stream.empty();
        }
        Path home = Path.of(System.getProperty("user.home"));
        return Stream.of(
                Path.of("/var/run/docker.sock"),
                Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", "/run")).resolve("docker.sock"),
                home.resolve(".docker/run/docker.sock"),
                home.resolve(".docker/desktop/docker.sock"));
    }

    private static boolean answers(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Detects a container with the host's socket: published ports would be the host's. */
    private static boolean isOutside() {
        try {
            return Files.exists(Path.of("/.dockerenv"))
                    && !InetAddress.getLocalHost()
                            .getHostName()
                            .equals(client().infoCmd().exec().getName());
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static boolean isPresent(String image) {
        try {
            client().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static boolean isPulled(String image) {
        try {
            return client().pullImageCmd(image).start().awaitCompletion(PULL_LIMIT_S, TimeUnit.SECONDS);
        } catch (DockerException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
