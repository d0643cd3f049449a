package dev.orderflow.chassis.redis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import redis.clients.jedis.exceptions.JedisException;

/**
 * One breaker for all that is asked of Redis. When half of ten calls fail, Redis is gone or hangs, and nobody waits for
 * its time-outs any more; every two seconds one call tries. One for all operations, so that no order is read from a
 * cache that is back while its change is still kept from it.
 */
@ApplicationScoped
public class RedisBreaker {

    /** Runs a command; throws what it throws, or CircuitBreakerOpenException at once. */
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, failOn = JedisException.class)
    public <T> T call(Supplier<T> command) {
        return command.get();
    }
}
