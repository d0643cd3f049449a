package dev.orderflow.messaging.outbox;

import dev.orderflow.messaging.EventMetadata;
import org.jspecify.annotations.Nullable;

/** The event that this thread is handling: what is appended to the outbox meanwhile was caused by it. */
public final class CurrentEvent {

    private static final ThreadLocal<@Nullable EventMetadata> CURRENT = new ThreadLocal<>();

    private CurrentEvent() {}

    static @Nullable EventMetadata get() {
        return CURRENT.get();
    }

    public static void handle(EventMetadata metadata, Runnable handling) {
        CURRENT.set(metadata);
        try {
            handling.run();
        } finally {
            CURRENT.remove();
        }
    }
}
