package dev.orderflow.messaging;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Subscriber;

/** Creates the subscriber that an {@code @Incoming} method returns. */
public interface EventConsumers {

    /**
     * Returns a subscriber that queues records and passes them to the handler in batches, one transaction per batch. It
     * accepts records as soon as the connector subscribes, and handles them once the database schema is migrated. It
     * never fails the channel: transient failures are retried, invalid records are parked, and any other failing event
     * is set aside with its ordering key.
     *
     * @param channel name of the {@code @Incoming} channel
     */
    Subscriber<Message<String>> subscriber(String channel, EventHandler handler);
}
