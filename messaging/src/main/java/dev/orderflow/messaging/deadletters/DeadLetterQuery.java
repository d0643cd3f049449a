package dev.orderflow.messaging.deadletters;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Selects dead letters, newest first; null does not filter.
 *
 * @param after selects those that were parked before this one
 * @param limit maximum number of dead letters
 */
public record DeadLetterQuery(
        @Nullable DeadLetterStatus status,
        @Nullable String type,
        @Nullable String channel,
        @Nullable UUID after,
        int limit) {}
