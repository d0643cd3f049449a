package dev.orderflow.localstack.backends;

import dev.orderflow.localstack.Ports;
import dev.orderflow.localstack.backends.kafka.KafkaBroker;
import dev.orderflow.localstack.backends.postgres.Postgres;
import dev.orderflow.localstack.backends.redis.Redis;
import dev.orderflow.localstack.files.Checkout;
import dev.orderflow.localstack.files.EmbeddedBinaries;
import dev.orderflow.localstack.parts.StackHome;
import java.util.List;

/** What our own backends run in. */
public enum BackendKind {
    /** Processes of this machine, from binaries inside Maven artifacts; data stays from run to run. */
    PROCESSES {
        @Override
        Postgres postgres(StackHome home, Checkout checkout, Ports ports) {
            return Postgres.embedded(
                    home,
                    new EmbeddedBinaries(checkout.binaries()),
                    ports.postgres().number());
        }

        @Override
        KafkaBroker kafka(StackHome home, Checkout checkout, Ports ports) {
            return KafkaBroker.embedded(home, ports);
        }

        @Override
        Redis redis(StackHome home, Checkout checkout, Ports ports) {
            return Redis.embedded(
                    home,
                    new EmbeddedBinaries(checkout.binaries()),
                    ports.redis().number());
        }
    },

    /** Containers of the images that compose.yml names; data ends with the run. */
    CONTAINERS {
        @Override
        Postgres postgres(StackHome home, Checkout checkout, Ports ports) {
            return Postgres.contained(
                    home, checkout.image(POSTGRES), ports.postgres().number());
        }

        @Override
        KafkaBroker kafka(StackHome home, Checkout checkout, Ports ports) {
            return KafkaBroker.contained(home, checkout.image(KAFKA), ports);
        }

        @Override
        Redis redis(StackHome home, Checkout checkout, Ports ports) {
            return Redis.contained(home, checkout.image(REDIS), ports.redis().number());
        }

        @Override
        void removeLeftovers(StackHome home) {
            home.removeContainers();
        }
    };

    private static final String POSTGRES = "postgres";
    private static final String KAFKA = "apache/kafka";
    private static final String REDIS = "valkey/valkey";

    /** The images that compose.yml names for the backends. */
    static List<String> images(Checkout checkout) {
        return List.of(checkout.image(POSTGRES), checkout.image(KAFKA), checkout.image(REDIS));
    }

    /** Ends what a killed run has left of this home, as far as the home itself does not know of it. */
    void removeLeftovers(StackHome home) {}

    abstract Postgres postgres(StackHome home, Checkout checkout, Ports ports);

    abstract KafkaBroker kafka(StackHome home, Checkout checkout, Ports ports);

    abstract Redis redis(StackHome home, Checkout checkout, Ports ports);
}
