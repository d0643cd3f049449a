package dev.orderflow.gatewaysimulator;

import org.jspecify.annotations.Nullable;

/** The gateway may not or cannot start; the message says what to do. */
final class SettingsException extends RuntimeException {

    SettingsException(String message) {
        this(message, null);
    }

    SettingsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
