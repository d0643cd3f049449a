package dev.orderflow.chassis.failure;

import org.jspecify.annotations.Nullable;

/** Something that passes by itself stood in the way: the event is tried again for as long as it takes. */
public class RetryableFailure extends RuntimeException {

    public RetryableFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
