package dev.orderflow.localstack.server;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.files.Folders;
import dev.orderflow.localstack.files.RepositoryCheckout;
import dev.orderflow.localstack.parts.StackHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Creates Liberty's user directory of one home from the repository's configuration and WARs. */
public record ServerFiles(StackHome home, RepositoryCheckout checkout) {
    /** Copies what all servers share: configuration fragments, Hibernate and the JDBC driver. */
    public void shared() throws IOException {
        synchronized (home) {
            Folders.copy(checkout.sharedConfig(), home.usr().resolve("shared/config"));
            Folders.copy(checkout.serverLibrary(), home.usr().resolve("shared/resources/lib"));
        }
    }

    /** Recreates the folder of one server, which dev mode may have used. */
    void server(ServiceName service, String name) throws IOException {
        Path server = home.usr().resolve("servers").resolve(name);
        Path war = checkout.war(service);
        Path deployed = server.resolve("apps").resolve(service.module() + ".war");
        if (Files.notExists(deployed) || seemsToBe(deployed, war)) {
            Folders.delete(home.output().resolve(name).resolve("workarea"));
        }
        Folders.delete(server);
        Folders.copy(checkout.serverConfig(service), server);
        Files.createDirectories(server.resolve("apps"));
        Files.copy(war, deployed, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Returns whether Liberty would take a different WAR for the deployed one. Liberty keeps the jars of a WAR in its
     * work area and replaces only those with another timestamp. Builds without git, or of commits in the same second,
     * share timestamps.
     */
    private static boolean seemsToBe(Path deployed, Path war) throws IOException {
        return Files.mismatch(war, deployed) != -1 && time(war) == time(deployed);
    }

    /** Returns the build time, which every entry of a WAR has. */
    private static long time(Path war) throws IOException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            return zip.stream().mapToLong(ZipEntry::getTime).max().orElseThrow();
        }
    }

    /** Writes variables for {@code liberty:dev}, which does not inherit our environment. */
    public void devMode(ServerOptions options) throws IOException {
        Path server = Files.createDirectories(home.usr().resolve("servers").resolve(options.name()));
        String lines = options.environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        Path file = server.resolve("server.env"); // contains a password
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, lines);
    }
}
