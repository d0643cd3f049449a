package dev.orderflow.gatewaysimulator.rest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds answers back. Each waits on the virtual thread of its request; all that still wait go out when the gateway
 * stops.
 *
 * @param slow how long an answer takes that is slow, but in time
 * @param hold how long one takes that comes after the caller has given up
 */
public record DelayedAnswers(Duration slow, Duration hold, CountDownLatch stopped) {

    public static DelayedAnswers of(Duration slow, Duration hold) {
        return new DelayedAnswers(slow, hold, new CountDownLatch(1));
    }

    void slowly(Runnable answer) {
        later(slow, answer);
    }

    void tooLate(Runnable answer) {
        later(hold, answer);
    }

    private void later(Duration delay, Runnable answer) {
        try {
            if (stopped.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The gateway stops");
            }
            answer.run();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
