package dev.orderflow.gatewaysimulator;

import org.jspecify.annotations.Nullable;

/** The gateway must not or cannot start. The message says what to do. */
final class SettingsException extends RuntimeException {

    SettingsException(String message) {
        this(message, null);
    }

    SettingsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
