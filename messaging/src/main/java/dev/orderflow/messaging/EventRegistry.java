package dev.orderflow.messaging;

import dev.orderflow.events.SagaEvent;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Which types of events a channel handles, and how. */
public interface EventRegistry {

    /**
     * Events of this type are handled one by one, in their order within the batch.
     *
     * @param handler may throw {@link dev.orderflow.chassis.failure.PermanentFailure} when no retry can help: the event
     * is parked at once
     * @throws IllegalStateException when the type was registered before
     */
    <E extends SagaEvent> void on(Class<E> type, BiConsumer<? super E, EventMetadata> handler);

    /** As the other, for what needs nothing but the event. */
    default <E extends SagaEvent> void on(Class<E> type, Consumer<? super E> handler) {
        on(type, (event, metadata) -> handler.accept(event));
    }
}
