package dev.orderflow.events;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the values of an event. An event with invalid values cannot be constructed or decoded. */
final class ContractGuards {

    private ContractGuards() {}

    static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new ContractViolation(name + " is missing");
        }
        return value;
    }

    static <T> List<T> notEmpty(@Nullable Collection<T> values, String name) {
        if (required(values, name).isEmpty()) {
            throw new ContractViolation(name + " is empty");
        }
        return List.copyOf(values);
    }

    static long positive(long value, String name) {
        if (value <= 0) {
            throw new ContractViolation(name + " must be positive, but is " + value);
        }
        return value;
    }
}
