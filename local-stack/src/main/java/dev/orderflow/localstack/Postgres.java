package dev.orderflow.localstack;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** With durable commits; passwords are required from everyone. */
public abstract sealed class Postgres extends StackPart permits EmbeddedPostgres, ContainedPostgres {
    static final String HOST = "127.0.0.1";
    static final String ADMIN = "postgres";
    static final String MAX_CONNECTIONS = "max_connections=200";

    /** Its log says what was refused, and not which values. */
    static final String TERSE_LOG = "log_error_verbosity=terse";

    private final Passwords passwords;

    Postgres(Home home, int port) {
        super(home, Kind.POSTGRES, "PostgreSQL", port);
        this.passwords = new Passwords(home.directory().resolve("passwords.properties"));
    }

    /** One for each service, and the simulated gateway's. */
    static List<String> databases() {
        return Stream.concat(
                        Arrays.stream(ServiceName.values()).map(ServiceName::database),
                        Stream.of(GatewaySimulator.DATABASE))
                .toList();
    }

    /** As its own role, which has the same name. */
    Database database(String name) {
        return new Database(HOST, port(), name, name, passwords.of(name));
    }

    /** As the superuser. */
    Database admin(String database) {
        return new Database(HOST, port(), database, ADMIN, passwords.of(ADMIN));
    }

    /** Fails when the data of an earlier run has lost something without which PostgreSQL cannot start. */
    void requireWholeData() {}

    /** Before the first start, so that servers can be started beside PostgreSQL. */
    abstract void choosePasswords() throws IOException;

    final Passwords passwords() {
        return passwords;
    }

    final void generatePasswords() throws IOException {
        passwords.generate(roles());
    }

    final Stream<String> roles() {
        return Stream.concat(Stream.of(ADMIN), databases().stream());
    }

    @Override
    void probe() throws SQLException {
        admin(ADMIN).connect().close();
    }
}
