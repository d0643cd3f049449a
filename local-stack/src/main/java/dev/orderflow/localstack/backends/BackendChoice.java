package dev.orderflow.localstack.backends;

import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.files.RepositoryCheckout;
import dev.orderflow.localstack.parts.DockerEngine;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses containers or processes for the backends of tests, once per JVM, and prints the choice. The system property
 * {@code orderflow.backends} selects {@code containers} or {@code embedded}. Without it, tests use containers if a
 * local Docker engine has their images or can pull them within two minutes.
 */
final class BackendChoice {
    private static final int LIMIT_S = 120;

    /** Loggers that are silenced, because the one printed line says what matters. */
    private static final List<Logger> SILENCED = Stream.of("org.testcontainers", "tc", "com.github.dockerjava")
            .map(Logger::getLogger)
            .toList();

    private static @Nullable BackendKind chosen;

    private BackendChoice() {}

    static synchronized BackendKind get() {
        if (chosen == null) {
            SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
            chosen = of(System.getProperty("orderflow.backends", "auto"));
        }
        return chosen;
    }

    static BackendKind of(String setting) {
        return switch (setting) {
            case "containers" -> announced(BackendKind.CONTAINERS, "as orderflow.backends says");
            case "embedded" -> announced(BackendKind.PROCESSES, "as orderflow.backends says");
            case "auto" -> automatic();
            default ->
                throw new StackFailure("orderflow.backends=" + setting + " is none of auto, containers, embedded.");
        };
    }

    private static BackendKind automatic() {
        List<String> images = BackendKind.images(RepositoryCheckout.locate());
        String obstacle = CompletableFuture.supplyAsync(() -> DockerEngine.obstacle(System.getenv(), images))
                .completeOnTimeout("Docker took more than " + LIMIT_S + " s", LIMIT_S, TimeUnit.SECONDS)
                .join();
        return obstacle.isEmpty()
                ? announced(BackendKind.CONTAINERS, String.join(", ", images))
                : announced(BackendKind.PROCESSES, "no containers: " + obstacle);
    }

    private static BackendKind announced(BackendKind kind, String why) {
        System.out.println("Backends of the tests: " + (kind == BackendKind.CONTAINERS ? "containers (" : "embedded (")
                + why + ")");
        return kind;
    }
}
