package dev.orderflow.chassis.redis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import redis.clients.jedis.RedisClient;

/** Reports whether Redis is available. It is always UP, because services work without Redis. */
@Readiness
@ApplicationScoped
public class RedisReadiness implements HealthCheck {

    @Inject
    OptionalRedis redis;

    @Inject
    RedisClient client;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("redis")
                .up()
                .withData("state", state())
                .build();
    }

    private String state() {
        if (!redis.isUsed()) {
            return "not used yet";
        }
        return redis.ask(client::ping).isPresent() ? "answers" : "unavailable; continuing without it";
    }
}
