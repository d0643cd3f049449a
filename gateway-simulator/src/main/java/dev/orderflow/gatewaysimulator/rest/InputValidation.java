package dev.orderflow.gatewaysimulator.rest;

import dev.orderflow.gatewaysimulator.http.FieldError;
import dev.orderflow.gatewaysimulator.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validates input and collects all broken rules, so that a response names all of them at once. */
final class InputValidation {

    /** Characters that are safe in a path. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{1,100}");

    private final List<FieldError> errors = new ArrayList<>();

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    static String key(String field, @Nullable String text) {
        return new InputValidation()
                .require(field, text != null && isKey(text), "the key has 1 to 100 letters, digits or . _ ~ -")
                .valid(text);
    }

    /** Returns whether a text is not blank and PostgreSQL can store it. */
    static boolean isText(@Nullable String text, int maxLength) {
        return text != null
                && !text.isBlank()
                && text.length() <= maxLength
                && text.codePoints()
                        .noneMatch(code ->
                                code == 0 || (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE));
    }

    InputValidation require(String field, boolean holds, String rule) {
        if (!holds) {
            errors.add(new FieldError(field, rule));
        }
        return this;
    }

    /**
     * Returns the value if all rules hold.
     *
     * @throws ProblemException 400 if a rule is broken
     */
    <T> T valid(@Nullable T value) {
        if (!errors.isEmpty() || value == null) {
            throw ProblemException.invalid(errors);
        }
        return value;
    }
}
