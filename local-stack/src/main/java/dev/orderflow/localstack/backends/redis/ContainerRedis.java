package dev.orderflow.localstack.backends.redis;

import dev.orderflow.localstack.parts.PartRun;
import dev.orderflow.localstack.parts.StackHome;
import java.util.Map;

/** Redis in a container. */
final class ContainerRedis extends RedisBackend {
    private static final int INNER_PORT = 6379;

    private final String image;

    ContainerRedis(StackHome home, String image, int port) {
        super(home, port);
        this.image = image;
    }

    @Override
    protected PartRun launch() {
        return contain(image, INNER_PORT, Map.of(), "valkey-server", "--save", "", "--appendonly", "no");
    }
}
