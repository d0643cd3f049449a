package dev.orderflow.localstack;

import org.jspecify.annotations.Nullable;

/** The stack cannot start or continue. The message says what happened and what to do. */
public final class StackFailure extends RuntimeException {
    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
