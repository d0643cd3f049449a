package dev.orderflow.systemtests.benchmark.limit;

import dev.orderflow.localstack.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures what this PostgreSQL can do with sagas of the leanest possible statements, independent of Orderflow's. L1:
 * whole sagas per second, one order at a time over 8 connections (saga.sql: 4 transactions, 15 statements). L2: orders
 * created per second over 32 connections (create.sql). Uses pgbench if it is installed, because it costs almost nothing
 * itself, else JDBC.
 */
public final class LeanLimit implements AutoCloseable {

    static final int SAGA_CONNECTIONS = 8;
    static final int CREATE_CONNECTIONS = 32;

    private static final String SCHEMA = "lean_limit";
    private static final Pattern TPS = Pattern.compile("(?m)^tps = ([0-9.]+)");

    private static final Optional<Path> PGBENCH = findPgbench();

    private final Database admin;
    private final Optional<Path> pgbench;

    /** @param admin a database that nothing else uses during the measurement; its user can create schemas */
    public LeanLimit(Database admin) {
        this(admin, PGBENCH);
    }

    LeanLimit(Database admin, Optional<Path> pgbench) {
        this.admin = admin;
        this.pgbench = pgbench;
        admin.execute("drop schema if exists %1$s cascade; create schema %1$s; set search_path to %1$s; %2$s"
                .formatted(SCHEMA, resource("schema.sql")));
    }

    public static String tool() {
        return PGBENCH.isPresent() ? "pgbench" : "JDBC";
    }

    public double sagasPerSecond(Duration time) {
        return perSecond("saga.sql", SAGA_CONNECTIONS, time);
    }

    public double createsPerSecond(Duration time) {
        return perSecond("create.sql", CREATE_CONNECTIONS, time);
    }

    @Override
    public void close() {
        admin.execute("drop schema " + SCHEMA + " cascade");
    }

    private double perSecond(String script, int connections, Duration time) {
        try {
            reset();
            return pgbench.isPresent()
                    ? byPgbench(pgbench.get(), script, connections, time)
                    : byJdbc(new LeanScript(resource(script)), connections, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | SQLException | ExecutionException e) {
            throw new IllegalStateException("The lean limit could not be measured", e);
        }
    }

    private void reset() throws SQLException {
        try (Connection connection = open();
                var statement = connection.createStatement()) {
            for (String sql : resource("reset.sql").lines().toList()) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private Connection open() throws SQLException {
        Connection connection = admin.connect();
        connection.setSchema(SCHEMA);
        return connection;
    }

    private double byPgbench(Path program, String script, int connections, Duration time)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("lean", ".sql");
        try {
            Files.writeString(file, resource(script));
            var builder = new ProcessBuilder(
                            program.toString(),
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--file=" + file,
                            "--client=" + connections,
                            "--jobs=2",
                            "--time=" + time.toSeconds(),
                            "--define=n=0")
                    .redirectErrorStream(true);
            builder.environment()
                    .putAll(Map.of(
                            "PGHOST", admin.host(),
                            "PGPORT", Integer.toString(admin.port()),
                            "PGUSER", admin.user(),
                            "PGPASSWORD", admin.password(),
                            "PGDATABASE", admin.name(),
                            "PGOPTIONS", "-c search_path=" + SCHEMA));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher found = TPS.matcher(output);
            if (process.waitFor() != 0 || !found.find()) {
                throw new IllegalStateException("pgbench failed: " + output);
            }
            return Double.parseDouble(found.group(1));
        } finally {
            Files.delete(file);
        }
    }

    private double byJdbc(LeanScript script, int connections, Duration time)
            throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        long done = 0;
        try (var pool = Executors.newFixedThreadPool(connections)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int client = 0; client < connections; client++) {
                int number = client;
                counts.add(pool.submit(() -> {
                    try (Connection connection = open()) {
                        return script.runUntil(end, connection, number);
                    }
                }));
            }
            for (Future<Long> count : counts) {
                done += count.get();
            }
        }
        return done / ((System.nanoTime() - begin) / 1e9);
    }

    /** On Debian, pgbench is beside the server and not on the path. */
    private static Optional<Path> findPgbench() {
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, "pgbench"));
        return Stream.concat(onPath, installed()).filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> installed() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Stream.of();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin/pgbench")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(
                LeanLimit.class.getResourceAsStream("/benchmark/" + name), "No resource " + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
