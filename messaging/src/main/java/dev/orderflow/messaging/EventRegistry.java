package dev.orderflow.messaging;

import dev.orderflow.events.SagaEvent;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Registers the event types that a channel handles, each with its handler. */
public interface EventRegistry {

    /**
     * Registers a handler, which gets the events of this type one by one, in their order within the batch.
     *
     * @param handler may throw {@link dev.orderflow.chassis.failure.PermanentFailure} if no retry can help; the event
     * is then parked at once
     * @throws IllegalStateException if the type is registered already
     */
    <E extends SagaEvent> void on(Class<E> type, BiConsumer<? super E, EventMetadata> handler);

    /** Registers a handler that needs no metadata. */
    default <E extends SagaEvent> void on(Class<E> type, Consumer<? super E> handler) {
        on(type, (event, metadata) -> handler.accept(event));
    }
}
