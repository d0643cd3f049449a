package dev.orderflow.localstack;

/** What our own backends run in. */
public enum BackendKind {
    /** Processes of this machine, from binaries inside Maven artifacts; data stays from run to run. */
    PROCESSES {
        @Override
        Postgres postgres(Home home, Checkout checkout, Ports ports) {
            return new EmbeddedPostgres(
                    home, new Binaries(checkout.binaries()), ports.postgres().number());
        }

        @Override
        KafkaBroker kafka(Home home, Checkout checkout, Ports ports) {
            return new EmbeddedKafka(home, ports);
        }

        @Override
        Redis redis(Home home, Checkout checkout, Ports ports) {
            return new EmbeddedRedis(
                    home, new Binaries(checkout.binaries()), ports.redis().number());
        }
    },

    /** Containers of the images that compose.yml names; data ends with the run. */
    CONTAINERS {
        @Override
        Postgres postgres(Home home, Checkout checkout, Ports ports) {
            return new ContainedPostgres(
                    home, checkout.image(POSTGRES), ports.postgres().number());
        }

        @Override
        KafkaBroker kafka(Home home, Checkout checkout, Ports ports) {
            return new ContainedKafka(home, checkout.image(KAFKA), ports);
        }

        @Override
        Redis redis(Home home, Checkout checkout, Ports ports) {
            return new ContainedRedis(home, checkout.image(REDIS), ports.redis().number());
        }

        @Override
        void removeLeftovers(Home home) {
            BackendContainer.removeLeftovers(home);
        }
    };

    static final String POSTGRES = "postgres";
    static final String KAFKA = "apache/kafka";
    static final String REDIS = "valkey/valkey";

    /** Ends what a killed run has left of this home, as far as the home itself does not know of it. */
    void removeLeftovers(Home home) {}

    abstract Postgres postgres(Home home, Checkout checkout, Ports ports);

    abstract KafkaBroker kafka(Home home, Checkout checkout, Ports ports);

    abstract Redis redis(Home home, Checkout checkout, Ports ports);
}
