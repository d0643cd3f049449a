package dev.orderflow.localstack;

import java.io.IOException;
import java.util.Map;

/** PostgreSQL in a container. */
final class ContainedPostgres extends Postgres {
    private static final int INNER_PORT = 5432;

    private final String image;

    ContainedPostgres(Home home, String image, int port) {
        super(home, port);
        this.image = image;
    }

    @Override
    void choosePasswords() throws IOException {
        generatePasswords();
    }

    @Override
    Run launch() {
        return contain(() -> BackendContainer.of(
                this,
                image,
                INNER_PORT,
                Map.of("POSTGRES_PASSWORD", passwords().of(ADMIN)),
                "postgres",
                "-c",
                TERSE_LOG,
                "-c",
                MAX_CONNECTIONS));
    }
}
