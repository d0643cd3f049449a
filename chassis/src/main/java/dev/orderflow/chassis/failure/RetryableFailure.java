package dev.orderflow.chassis.failure;

import org.jspecify.annotations.Nullable;

/** A failure that will pass. The event is retried until it succeeds. */
public class RetryableFailure extends RuntimeException {

    public RetryableFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
