package dev.orderflow.localstack.backends.postgres;

import dev.orderflow.localstack.Database;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.files.EmbeddedBinaries;
import dev.orderflow.localstack.parts.PartKind;
import dev.orderflow.localstack.parts.StackHome;
import dev.orderflow.localstack.parts.StackPart;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL with durable commits. Every connection requires a password. */
public abstract sealed class PostgresBackend extends StackPart permits EmbeddedPostgres, ContainerPostgres {
    /** Database of the simulated gateway, and its role. */
    public static final String GATEWAY_DATABASE = "gateway";

    static final String HOST = "127.0.0.1";
    static final String ADMIN = "postgres";

    /** A terse log contains no values. Tests and the benchmark count statements with pg_stat_statements. */
    private static final List<String> SETTINGS =
            List.of("log_error_verbosity=terse", "max_connections=200", "shared_preload_libraries=pg_stat_statements");

    private final PostgresPasswords passwords;

    PostgresBackend(StackHome home, int port) {
        super(home, PartKind.POSTGRES, "PostgreSQL", port);
        this.passwords = new PostgresPasswords(home.directory().resolve("passwords.properties"));
    }

    /** Creates PostgreSQL in a process. */
    public static PostgresBackend embedded(StackHome home, EmbeddedBinaries binaries, int port) {
        return new EmbeddedPostgres(home, binaries, port);
    }

    /** Creates PostgreSQL in a container. */
    public static PostgresBackend contained(StackHome home, String image, int port) {
        return new ContainerPostgres(home, image, port);
    }

    /** Returns the database names: one per service, and the simulated gateway's. */
    public static List<String> databases() {
        return Stream.concat(
                        Arrays.stream(ServiceName.values()).map(ServiceName::database), Stream.of(GATEWAY_DATABASE))
                .toList();
    }

    /** Returns a database, with its own role, which has the same name. */
    public Database database(String name) {
        return new Database(HOST, port(), name, name, passwords.of(name));
    }

    /** Returns a database, with the superuser. */
    public Database admin(String database) {
        return new Database(HOST, port(), database, ADMIN, passwords.of(ADMIN));
    }

    /** Throws if data of an earlier run is incomplete, so that PostgreSQL could not start. */
    public void requireWholeData() {}

    /** Chooses the passwords before the first start, so that servers can start concurrently. */
    public abstract void choosePasswords() throws IOException;

    /** Appends the arguments for the server's settings to a command. */
    static List<String> withSettings(List<String> command) {
        return Stream.concat(command.stream(), SETTINGS.stream().flatMap(setting -> Stream.of("-c", setting)))
                .toList();
    }

    final PostgresPasswords passwords() {
        return passwords;
    }

    final void generatePasswords() throws IOException {
        passwords.generate(roles());
    }

    final Stream<String> roles() {
        return Stream.concat(Stream.of(ADMIN), databases().stream());
    }

    @Override
    protected void probe() throws SQLException {
        admin(ADMIN).connect().close();
    }
}
