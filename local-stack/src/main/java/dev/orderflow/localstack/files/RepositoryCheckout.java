package dev.orderflow.localstack.files;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checked-out repository and its build output. */
public record RepositoryCheckout(Path root) {
    /**
     * Locates the repository: the system property {@code orderflow.root}, or the nearest parent folder that contains
     * liberty-config.
     */
    public static RepositoryCheckout locate() {
        String given = System.getProperty("orderflow.root");
        if (given != null) {
            return new RepositoryCheckout(Path.of(given).toAbsolutePath().normalize());
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("liberty-config"))) {
                return new RepositoryCheckout(folder);
            }
        }
        throw new StackFailure("The repository was not found above "
                + Path.of("").toAbsolutePath() + ": start inside it, or give its folder as -Dorderflow.root=…");
    }

    /** Returns the Liberty installation that all servers share. */
    public Path liberty() {
        return existing(root.resolve("target/liberty/wlp"), "run 'mvn -pl local-stack package' to unpack Liberty");
    }

    /** Returns the jars of the server library: Hibernate and the JDBC driver. */
    public Path serverLibrary() {
        return existing(
                root.resolve("target/liberty/lib"), "run 'mvn -pl local-stack package' to copy the server library");
    }

    /** Returns the folder for the binaries of PostgreSQL and Redis, unpacked once for all stacks. */
    public Path binaries() {
        return root.resolve("target/embedded");
    }

    public Path sharedConfig() {
        return existing(root.resolve("liberty-config/shared"), "the repository is incomplete");
    }

    public Path serverConfig(ServiceName service) {
        return existing(root.resolve("liberty-config/" + service.label()), "the repository is incomplete");
    }

    public Path war(ServiceName service) {
        Path war = root.resolve(service.module() + "/target/" + service.module() + ".war");
        return existing(war, "run 'mvn -pl " + service.module() + " -am package -DskipTests' to build it");
    }

    /** Returns the jar of the simulated gateway, beside its libraries. */
    public Path simulator() {
        return existing(
                root.resolve("gateway-simulator/target/gateway-simulator.jar"),
                "run 'mvn -pl gateway-simulator -am package -DskipTests' to build it");
    }

    /** Throws if a file that the servers need is missing, before anything starts. */
    public void requireServers() {
        liberty();
        serverLibrary();
        sharedConfig();
        for (ServiceName service : ServiceName.values()) {
            serverConfig(service);
            war(service);
        }
        simulator();
    }

    /** Reads a .properties file of liberty-config. */
    public Map<String, String> properties(String name) {
        Path file = existing(root.resolve("liberty-config/" + name + ".properties"), "the repository is incomplete");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new StackFailure("Cannot read " + file, e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    /** Returns this image, with its tag in compose.yml. */
    public String image(String repository) {
        Path compose = existing(root.resolve("compose.yml"), "the repository is incomplete");
        String start = "image: " + repository + ":";
        try (Stream<String> lines = Files.lines(compose)) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring("image: ".length()))
                    .findFirst()
                    .orElseThrow(() -> new StackFailure(compose + " names no image of " + repository));
        } catch (IOException e) {
            throw new StackFailure("Cannot read " + compose, e);
        }
    }

    private static Path existing(Path path, String remedy) {
        if (!Files.exists(path)) {
            throw new StackFailure(path + " is missing: " + remedy + ".");
        }
        return path;
    }
}
