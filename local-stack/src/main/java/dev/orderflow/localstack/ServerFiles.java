package dev.orderflow.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;

/** Lays out Liberty's user directory of one home from the repository's configuration and WARs. */
record ServerFiles(Home home, Checkout checkout) {
    /** What all servers of a home share: the configuration fragments, Hibernate and the JDBC driver. */
    void shared() throws IOException {
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
        if (Files.notExists(deployed) || Files.mismatch(war, deployed) != -1) {
            // Liberty caches what it found in a jar by the jar's time, and ours all carry that of a reproducible build.
            Folders.delete(home.output().resolve(name).resolve("workarea"));
        }
        Folders.delete(server);
        Folders.copy(checkout.serverConfig(service), server);
        Files.createDirectories(server.resolve("apps"));
        Files.copy(war, deployed, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Variables for {@code liberty:dev}, which starts the server without our environment. */
    void devMode(ServerOptions options) throws IOException {
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
