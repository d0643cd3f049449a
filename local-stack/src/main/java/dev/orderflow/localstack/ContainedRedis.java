package dev.orderflow.localstack;

import java.util.Map;

/** Redis in a container. */
final class ContainedRedis extends Redis {
    private static final int INNER_PORT = 6379;

    private final String image;

    ContainedRedis(Home home, String image, int port) {
        super(home, port);
        this.image = image;
    }

    @Override
    Run launch() {
        return contain(() -> BackendContainer.of(
                this, image, INNER_PORT, Map.of(), "valkey-server", "--save", "", "--appendonly", "no"));
    }
}
