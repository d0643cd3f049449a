package dev.orderflow.messaging.deadletters;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Selects dead letters; null does not filter.
 *
 * @param after only those that were parked before this one
 * @param limit maximum number of them
 */
public record DeadLetterQuery(
        @Nullable DeadLetterStatus status,
        @Nullable String type,
        @Nullable String channel,
        @Nullable UUID after,
        int limit) {}
