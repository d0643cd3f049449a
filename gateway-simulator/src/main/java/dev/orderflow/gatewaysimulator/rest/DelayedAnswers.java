package dev.orderflow.gatewaysimulator.rest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Delays answers on the virtual threads of their requests. When the gateway stops, all delayed requests end.
 *
 * @param slow delay within the timeout of the client
 * @param hold delay beyond the timeout of the client
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
