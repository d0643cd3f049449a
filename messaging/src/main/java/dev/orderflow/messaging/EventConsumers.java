package dev.orderflow.messaging;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Subscriber;

/** Makes the subscriber that an {@code @Incoming} method returns. */
public interface EventConsumers {

    /**
     * A subscriber that queues records and hands them to the handler in batches, one transaction each. It takes records
     * from the moment the connector subscribes, and handles them once the database schema has been migrated. It never
     * fails the channel: what is transient is retried, what is wrong in itself is parked, and any other event that
     * fails is set aside with its key.
     *
     * @param channel name of the {@code @Incoming} channel
     */
    Subscriber<Message<String>> subscriber(String channel, EventHandler handler);
}
