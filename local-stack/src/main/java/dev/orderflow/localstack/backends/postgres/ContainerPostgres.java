package dev.orderflow.localstack.backends.postgres;

import dev.orderflow.localstack.parts.PartRun;
import dev.orderflow.localstack.parts.StackHome;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** PostgreSQL in a container. */
final class ContainerPostgres extends PostgresBackend {
    private static final int INNER_PORT = 5432;

    private final String image;

    ContainerPostgres(StackHome home, String image, int port) {
        super(home, port);
        this.image = image;
    }

    @Override
    public void choosePasswords() throws IOException {
        generatePasswords();
    }

    @Override
    protected PartRun launch() {
        return contain(
                image,
                INNER_PORT,
                Map.of("POSTGRES_PASSWORD", passwords().of(ADMIN)),
                withSettings(List.of("postgres")).toArray(String[]::new));
    }
}
