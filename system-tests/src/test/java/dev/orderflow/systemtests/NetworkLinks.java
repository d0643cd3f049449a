package dev.orderflow.systemtests;

import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.StackPorts;
import java.util.List;
import java.util.Map;

/**
 * The links from the servers of the {@link Shop} to its backends and the gateway, and from customers to the order
 * service.
 */
public record NetworkLinks(
        NetworkLink customers, NetworkLink gateway, NetworkLink postgres, NetworkLink kafka, NetworkLink redis) {

    static NetworkLinks to(StackPorts ports) {
        return new NetworkLinks(
                new NetworkLink("the shop", ports.http(ServiceName.ORDER)),
                new NetworkLink("the gateway", ports.gateway().number()),
                new NetworkLink("PostgreSQL", ports.postgres().number()),
                new NetworkLink("Kafka", ports.kafka().number()),
                new NetworkLink("Redis", ports.redis().number()));
    }

    public List<NetworkLink> all() {
        return List.of(customers, gateway, postgres, kafka, redis);
    }

    /** Environment variables that make a server use these links. */
    Map<String, String> environment() {
        return Map.of(
                "DB_HOST", "127.0.0.1",
                "DB_PORT", Integer.toString(postgres.port()),
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka.port(),
                "REDIS_URL", "redis://127.0.0.1:" + redis.port(),
                "GATEWAY_URL", "http://127.0.0.1:" + gateway.port() + "/api/gateway");
    }
}
