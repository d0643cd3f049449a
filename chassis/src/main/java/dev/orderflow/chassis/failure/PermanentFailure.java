package dev.orderflow.chassis.failure;

import org.jspecify.annotations.Nullable;

/** A failure that no retry can fix. The event that causes it is parked at once. */
public class PermanentFailure extends RuntimeException {

    public PermanentFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
