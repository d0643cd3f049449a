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
 * Whether tests have their backends in containers or in processes, decided once for a JVM and printed. The system
 * property {@code orderflow.backends} says {@code containers} or {@code embedded}. Without it they are containers where
 * an engine answers on this machine and has their images, or can pull them within two minutes.
 */
final class BackendChoice {
    private static final int LIMIT_S = 120;

    /** Whose remarks are no news: the one line that is printed says what matters. */
    private static final List<Logger> TALKATIVE = Stream.of("org.testcontainers", "tc", "com.github.dockerjava")
            .map(Logger::getLogger)
            .toList();

    private static @Nullable BackendKind chosen;

    private BackendChoice() {}

    static synchronized BackendKind get() {
        if (chosen == null) {
            TALKATIVE.forEach(logger -> logger.setLevel(Level.OFF));
            chosen = of(System.getProperty("orderflow.backends", "auto"));
        }
        return chosen;
    }

    static BackendKind of(String wish) {
        return switch (wish) {
            case "containers" -> told(BackendKind.CONTAINERS, "as orderflow.backends says");
            case "embedded" -> told(BackendKind.PROCESSES, "as orderflow.backends says");
            case "auto" -> byCircumstances();
            default -> throw new StackFailure("orderflow.backends=" + wish + " is none of auto, containers, embedded.");
        };
    }

    private static BackendKind byCircumstances() {
        List<String> images = BackendKind.images(RepositoryCheckout.locate());
        String obstacle = CompletableFuture.supplyAsync(() -> DockerEngine.obstacle(System.getenv(), images))
                .completeOnTimeout("Docker took more than " + LIMIT_S + " s", LIMIT_S, TimeUnit.SECONDS)
                .join();
        return obstacle.isEmpty()
                ? told(BackendKind.CONTAINERS, String.join(", ", images))
                : told(BackendKind.PROCESSES, "no containers: " + obstacle);
    }

    private static BackendKind told(BackendKind kind, String why) {
        System.out.println("Backends of the tests: " + (kind == BackendKind.CONTAINERS ? "containers (" : "embedded (")
                + why + ")");
        return kind;
    }
}
