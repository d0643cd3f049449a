package dev.orderflow.messaging.consumer;

import dev.orderflow.events.EventType;
import dev.orderflow.events.SagaEvent;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.messaging.EventMetadata;
import dev.orderflow.messaging.EventRegistry;
import dev.orderflow.messaging.LowWaterMark;
import dev.orderflow.messaging.consumer.BatchTransaction.BatchHandler;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The event types of a channel and their handlers. */
public final class RegisteredHandlers implements BatchHandler, EventRegistry {

    private final EventHandler handler;
    private final Map<EventType, BiConsumer<SagaEvent, EventMetadata>> byType = new EnumMap<>(EventType.class);

    private RegisteredHandlers(EventHandler handler) {
        this.handler = handler;
    }

    public static RegisteredHandlers of(EventHandler handler) {
        RegisteredHandlers registered = new RegisteredHandlers(handler);
        handler.register(registered);
        return registered;
    }

    @Override
    public <E extends SagaEvent> void on(Class<E> type, BiConsumer<? super E, EventMetadata> consumer) {
        var before = byType.putIfAbsent(
                EventType.of(type), (event, metadata) -> consumer.accept(type.cast(event), metadata));
        if (before != null) {
            throw new IllegalStateException(type + " is registered twice");
        }
    }

    public boolean handles(EventType type) {
        return byType.containsKey(type);
    }

    @Override
    public void prepare(List<SagaEvent> batch) {
        handler.prepare(batch);
    }

    void published(LowWaterMark mark) {
        handler.published(mark);
    }

    /** Ignores events of unregistered types. */
    @Override
    public void handle(SagaEvent event, EventMetadata metadata) {
        byType.getOrDefault(EventType.of(event), (ignored, about) -> {}).accept(event, metadata);
    }
}
