package dev.orderflow.messaging.outbox;

import dev.orderflow.messaging.EventMetadata;
import org.jspecify.annotations.Nullable;

/** The event that the current thread handles. It is the cause of every event that the thread appends to the outbox. */
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
