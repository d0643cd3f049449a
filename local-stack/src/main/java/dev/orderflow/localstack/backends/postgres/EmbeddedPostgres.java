package dev.orderflow.localstack.backends.postgres;

import dev.orderflow.localstack.StackFailure;
import dev.orderflow.localstack.files.EmbeddedBinaries;
import dev.orderflow.localstack.files.Folders;
import dev.orderflow.localstack.parts.PartRun;
import dev.orderflow.localstack.parts.StackHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL in a process, on 127.0.0.1. */
final class EmbeddedPostgres extends PostgresBackend {
    private final EmbeddedBinaries binaries;
    private final Path data;

    EmbeddedPostgres(StackHome home, EmbeddedBinaries binaries, int port) {
        super(home, port);
        this.binaries = binaries;
        this.data = home.data("postgres");
    }

    /** Throws if data of an earlier run is incomplete, so that PostgreSQL could not start. */
    @Override
    public void requireWholeData() {
        if (!Files.exists(data)) {
            return;
        }
        for (String needed : List.of("PG_VERSION", "global/pg_control")) {
            if (!Files.exists(data.resolve(needed))) {
                throw new StackFailure(
                        "The data folder " + data + " is incomplete (it has no " + needed + "). " + hint());
            }
        }
        if (!passwords().exist()) {
            throw new StackFailure("The passwords of the data folder " + data + " are gone ("
                    + passwords().file() + "). " + hint());
        }
    }

    @Override
    public void choosePasswords() throws IOException {
        if (Files.exists(data)) {
            passwords().addMissing(roles()); // an update may have added a database
        } else {
            generatePasswords();
        }
    }

    @Override
    protected void prepare() throws IOException {
        if (!Files.exists(data)) {
            if (!passwords().exist()) {
                generatePasswords();
            }
            initialise();
        }
    }

    /** Runs initdb under another name first, so that an interrupted run leaves no incomplete data folder. */
    private void initialise() throws IOException {
        home().progress().say("Creating the PostgreSQL data folder " + data);
        Path part = data.resolveSibling("postgres.new");
        Folders.delete(part);
        Path adminPassword = Files.writeString(
                home().directory().resolve("initdb.password"), passwords().of(ADMIN));
        try {
            runToEnd(
                    "Cannot create " + data + ": initdb",
                    executable(
                            "initdb",
                            "-D",
                            part.toString(),
                            "-U",
                            ADMIN,
                            "--pwfile=" + adminPassword,
                            "-A",
                            "scram-sha-256",
                            "-E",
                            "UTF8",
                            "--locale=C",
                            "--no-sync"),
                    Map.of());
        } finally {
            Files.delete(adminPassword);
        }
        Files.move(part, data);
    }

    @Override
    protected PartRun launch() {
        List<String> command = executable(
                "postgres",
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port()),
                "-c",
                "listen_addresses=" + HOST,
                "-c",
                "unix_socket_directories=");
        return spawn(withSettings(command), Map.of());
    }

    /** PostgreSQL refuses to run as root. In its own user namespace, root is mapped to nobody. */
    private List<String> executable(String name, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        try {
            command.add(binaries.postgres().resolve("bin").resolve(name).toString());
        } catch (IOException e) {
            throw new StackFailure("Cannot unpack PostgreSQL: " + e, e);
        }
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    protected String hint() {
        return "If its data folder is damaged, delete it and start again with empty databases: rm -rf " + data;
    }
}
