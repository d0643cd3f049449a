package dev.orderflow.events.messaging.internal;

import dev.orderflow.events.messaging.EventMetadata;
import org.jspecify.annotations.Nullable;

/** The event that this thread is handling: what is appended to the outbox meanwhile was caused by it. */
final class CurrentEvent {

    private static final ThreadLocal<@Nullable EventMetadata> CURRENT = new ThreadLocal<>();

    private CurrentEvent() {}

    static @Nullable EventMetadata get() {
        return CURRENT.get();
    }

    static void handle(EventMetadata metadata, Runnable handling) {
        CURRENT.set(metadata);
        try {
            handling.run();
        } finally {
            CURRENT.remove();
        }
    }
}
