package dev.orderflow.systemtests;

import dev.orderflow.localstack.Ports;
import dev.orderflow.localstack.ServiceName;
import java.util.List;
import java.util.Map;

/** The ways from the servers of the {@link Shop} to its backends and to the gateway, and from customers to the order service. */
public record Links(Link customers, Link gateway, Link postgres, Link kafka, Link redis) {

    static Links to(Ports ports) {
        return new Links(
                new Link("the shop", ports.http(ServiceName.ORDER)),
                new Link("the gateway", ports.gateway().number()),
                new Link("PostgreSQL", ports.postgres().number()),
                new Link("Kafka", ports.kafka().number()),
                new Link("Redis", ports.redis().number()));
    }

    public List<Link> all() {
        return List.of(customers, gateway, postgres, kafka, redis);
    }

    /** Variables that make a server use these ways. */
    Map<String, String> environment() {
        return Map.of(
                "DB_HOST", "127.0.0.1",
                "DB_PORT", Integer.toString(postgres.port()),
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka.port(),
                "REDIS_URL", "redis://127.0.0.1:" + redis.port(),
                "GATEWAY_URL", "http://127.0.0.1:" + gateway.port() + "/api/gateway");
    }
}
