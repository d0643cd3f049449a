package dev.orderflow.localstack.backends;

import dev.orderflow.localstack.StackPorts;
import dev.orderflow.localstack.backends.kafka.KafkaBroker;
import dev.orderflow.localstack.backends.postgres.PostgresBackend;
import dev.orderflow.localstack.backends.redis.RedisBackend;
import dev.orderflow.localstack.files.EmbeddedBinaries;
import dev.orderflow.localstack.files.RepositoryCheckout;
import dev.orderflow.localstack.parts.StackHome;
import java.util.List;

/** What the backends run in. */
public enum BackendKind {
    /** Processes of this machine, from binaries in Maven artifacts. Data survives a run. */
    PROCESSES {
        @Override
        PostgresBackend postgres(StackHome home, RepositoryCheckout checkout, StackPorts ports) {
            return PostgresBackend.embedded(
                    home,
                    new EmbeddedBinaries(checkout.binaries()),
                    ports.postgres().number());
        }

        @Override
        KafkaBroker kafka(StackHome home, RepositoryCheckout checkout, StackPorts ports) {
            return KafkaBroker.embedded(home, ports);
        }

        @Override
        RedisBackend redis(StackHome home, RepositoryCheckout checkout, StackPorts ports) {
            return RedisBackend.embedded(
                    home,
                    new EmbeddedBinaries(checkout.binaries()),
                    ports.redis().number());
        }
    },

    /** Containers of the images in compose.yml. Data ends with the run. */
    CONTAINERS {
        @Override
        PostgresBackend postgres(StackHome home, RepositoryCheckout checkout, StackPorts ports) {
            return PostgresBackend.contained(
                    home, checkout.image(POSTGRES), ports.postgres().number());
        }

        @Override
        KafkaBroker kafka(StackHome home, RepositoryCheckout checkout, StackPorts ports) {
            return KafkaBroker.contained(home, checkout.image(KAFKA), ports);
        }

        @Override
        RedisBackend redis(StackHome home, RepositoryCheckout checkout, StackPorts ports) {
            return RedisBackend.contained(
                    home, checkout.image(REDIS), ports.redis().number());
        }

        @Override
        void removeLeftovers(StackHome home) {
            home.removeContainers();
        }
    };

    private static final String POSTGRES = "postgres";
    private static final String KAFKA = "apache/kafka";
    private static final String REDIS = "valkey/valkey";

    /** Returns the images that compose.yml names for the backends. */
    static List<String> images(RepositoryCheckout checkout) {
        return List.of(checkout.image(POSTGRES), checkout.image(KAFKA), checkout.image(REDIS));
    }

    /** Removes what a killed run left in this home and the home itself does not track. */
    void removeLeftovers(StackHome home) {}

    abstract PostgresBackend postgres(StackHome home, RepositoryCheckout checkout, StackPorts ports);

    abstract KafkaBroker kafka(StackHome home, RepositoryCheckout checkout, StackPorts ports);

    abstract RedisBackend redis(StackHome home, RepositoryCheckout checkout, StackPorts ports);
}
