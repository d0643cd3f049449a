package dev.orderflow.messaging.harness;

import dev.orderflow.events.DomainEvent;
import dev.orderflow.messaging.Outbox;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An outbox from which nothing is published.
 *
 * @param append takes an event and returns its id
 */
public record TestOutbox(Function<DomainEvent, UUID> append) implements Outbox {

    /** One that hands its events on. */
    public static TestOutbox to(Consumer<DomainEvent> taker) {
        return new TestOutbox(event -> {
            taker.accept(event);
            return UUID.randomUUID();
        });
    }

    @Override
    public UUID append(DomainEvent event) {
        return append.apply(event);
    }

    @Override
    public Duration age() {
        return Duration.ZERO;
    }
}
