package dev.orderflow.localstack.server;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.files.RepositoryCheckout;
import dev.orderflow.localstack.files.Folders;
import dev.orderflow.localstack.parts.StackHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Lays out Liberty's user directory of one home from the repository's configuration and WARs. */
public record ServerFiles(StackHome home, RepositoryCheckout checkout) {
    /** What all servers of a home share: the configuration fragments, Hibernate and the JDBC driver. */
    public void shared() throws IOException {
        synchronized (home) {
            Folders.copy(checkout.sharedConfig(), home.usr().resolve("shared/config"));
            Folders.copy(checkout.serverLibrary(), home.usr().resolve("shared/resources/lib"));
        }
    }

    /** The folder of one server, made anew: it may have served dev mode before. */
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
     * Whether the WARs differ and Liberty could not know: it keeps the jars of a WAR in its work area and replaces
     * those that have another time. Builds share a time when their commits were made in one second, and where there is
     * no git.
     */
    private static boolean seemsToBe(Path deployed, Path war) throws IOException {
        return Files.mismatch(war, deployed) != -1 && time(war) == time(deployed);
    }

    /** The time of a build, which everything in its WAR carries. */
    private static long time(Path war) throws IOException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            return zip.stream().mapToLong(ZipEntry::getTime).max().orElseThrow();
        }
    }

    /** Variables for {@code liberty:dev}, which starts the server without our environment. */
    public void devMode(ServerOptions options) throws IOException {
        Path server = Files.createDirectories(home.usr().resolve("servers").resolve(options.name()));
        String lines = options.environment().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        Path file = server.resolve("server.env"); // holds a password
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, lines);
    }
}
