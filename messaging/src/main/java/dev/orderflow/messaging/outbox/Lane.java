package dev.orderflow.messaging.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What is published in its sequence.
 *
 * @param key null for the whole topic
 */
record Lane(String topic, @Nullable String key) {

    static Lane all(String topic) {
        return new Lane(topic, null);
    }
}
