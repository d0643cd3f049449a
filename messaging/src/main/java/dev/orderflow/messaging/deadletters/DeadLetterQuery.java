package dev.orderflow.messaging.deadletters;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters.
 *
 * @param after only those that were parked before this one
 * @param limit most of them
 */
public record DeadLetterQuery(
        @Nullable DeadLetterStatus status,
        @Nullable String type,
        @Nullable String channel,
        @Nullable UUID after,
        int limit) {}
