package dev.orderflow.order;

import static org.awaitility.Awaitility.await;

import dev.orderflow.localstack.launcher.TestEnvironment;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What holds as long as Redis answers the server in time. Where the machine stalls it does not now and then, and the server, which
 * says so in its log, does without it: such a run tells nothing, and is made again.
 */
public final class RedisAssumption {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private RedisAssumption() {}

    /** Fails as the test does, if Redis was there throughout. */
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
