package dev.orderflow.events.messaging;

import org.jspecify.annotations.Nullable;

/** No retry can help: the event is parked as a dead letter at once. */
public class PermanentFailure extends RuntimeException {

    public PermanentFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
