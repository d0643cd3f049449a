package dev.orderflow.chassis.failure;

import org.jspecify.annotations.Nullable;

/** No retry can help: an event that meets it is parked as a dead letter at once. */
public class PermanentFailure extends RuntimeException {

    public PermanentFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
