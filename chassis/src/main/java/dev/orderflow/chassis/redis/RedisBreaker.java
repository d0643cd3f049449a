package dev.orderflow.chassis.redis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The circuit breaker of all Redis commands. It opens when half of ten calls fail, so that no caller waits for
 * time-outs; after two seconds one call probes. One breaker for all commands keeps reads and evictions consistent:
 * otherwise an order could be read from the cache while its eviction is still blocked.
 */
@ApplicationScoped
public class RedisBreaker {

    /** Runs a command and throws its exception, or CircuitBreakerOpenException at once. */
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, failOn = JedisException.class)
    public <T> T call(Supplier<T> command) {
        return command.get();
    }
}
