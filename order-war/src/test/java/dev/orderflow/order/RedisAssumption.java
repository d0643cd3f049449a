package dev.orderflow.order;

import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.launcher.TestEnvironment;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Runs a test that assumes that Redis responds in time. On a slow machine it may not, and the server logs that it
 * proceeds without Redis. Such a run is inconclusive and is repeated.
 */
public final class RedisAssumption {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private RedisAssumption() {}

    /** Fails if the test fails although Redis responded throughout. */
    public static void check(Runnable test) {
        atOnce("Redis is there throughout").until(() -> isMade(test));
    }

    private static ConditionFactory atOnce(String what) {
        return await(what).pollDelay(Duration.ZERO).atMost(LIMIT);
    }

    private static boolean isMade(Runnable test) {
        var server = TestEnvironment.server();
        atOnce("Redis is there")
                .until(() ->
                        "answers".equals(HealthProbe.ready(server.baseUri()).told("redis", "state")));
        ServerLog log = ServerLog.fromNow(server);
        try {
            test.run();
            return true;
        } catch (AssertionError | ConditionTimeoutException failure) {
            if (log.count("Redis is unavailable") == 0) {
                throw failure;
            }
            return false;
        }
    }
}
