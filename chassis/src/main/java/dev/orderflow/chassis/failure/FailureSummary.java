package dev.orderflow.chassis.failure;

import java.sql.SQLException;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Summarises a failure in one line, for logs and operators. It never contains data: messages of many exceptions quote
 * rows, statements with their values, or text that cannot be parsed.
 */
public final class FailureSummary {

    /** Maximum length of a summary, in characters. */
    private static final int LONGEST = 1_000;

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+\\s*");

    /** Its message names only a schema, table or function. */
    private static final String PERMISSION_DENIED = "42501";

    /**
     * Prefixes of exceptions whose messages contain no data. Of all others, such as those of parsers, only the type is
     * shown.
     */
    private static final Set<String> MACHINERY = Set.of(
            "dev.orderflow.",
            "java.io.",
            "java.net.",
            "java.util.concurrent.",
            "java.lang.ArithmeticException",
            "java.lang.ClassCastException",
            "java.lang.IllegalStateException",
            "java.lang.InterruptedException",
            "java.lang.NullPointerException",
            "java.lang.OutOfMemoryError",
            "java.lang.UnsupportedOperationException",
            "com.ibm.",
            "jakarta.transaction.",
            "org.apache.kafka.",
            "org.eclipse.microprofile.",
            "org.flywaydb.",
            "redis.clients.jedis.exceptions.JedisAccessControl",
            "redis.clients.jedis.exceptions.JedisConnection");

    private FailureSummary() {}

    /** Returns the message of our own exception; without one, describes the innermost cause. */
    public static String of(Throwable failure) {
        return FailureKind.causes(failure)
                .filter(cause -> cause instanceof PermanentFailure || cause instanceof RetryableFailure)
                .findFirst()
                .map(own -> line(String.valueOf(own.getMessage())))
                .orElseGet(() -> outermost(innermost(failure)));
    }

    private static Throwable innermost(Throwable failure) {
        return FailureKind.causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    }

    /** Describes the failure itself instead of its causes: Kafka's causes say less than what they caused. */
    public static String outermost(Throwable failure) {
        String text = text(failure);
        String name = failure.getClass().getSimpleName();
        return text == null ? name : line(name + ": " + text);
    }

    /** The message of an exception, if it contains no data; otherwise null. */
    static @Nullable String text(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return ofDatabase(sql);
        }
        String type = failure.getClass().getName();
        return MACHINERY.stream().anyMatch(type::startsWith) && !repeatsACause(failure) ? failure.getMessage() : null;
    }

    /** An exception that is created from its cause repeats the cause's message. */
    private static boolean repeatsACause(Throwable failure) {
        String message = failure.getMessage();
        return message != null
                && FailureKind.causes(failure)
                        .skip(1)
                        .flatMap(cause -> Stream.ofNullable(cause.getMessage()))
                        .anyMatch(repeated -> !repeated.isBlank() && message.contains(repeated));
    }

    private static String ofDatabase(SQLException failure) {
        String state = failure.getSQLState();
        if (hasNoValues(failure)) {
            return "SQLSTATE " + state + ", " + failure.getMessage();
        }
        StringJoiner text = new StringJoiner(", ").add("SQLSTATE " + state);
        if (failure instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
            names(postgres.getServerErrorMessage()).forEach(text::add);
        }
        return text.toString();
    }

    /**
     * Messages about connections, locks and resources quote no values. The class of an exception counts only if it has no
     * SQLSTATE.
     */
    private static boolean hasNoValues(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? FailureKind.ofOne(failure) == FailureKind.TRANSIENT
                : FailureKind.hasTransientState(state) || PERMISSION_DENIED.equals(state);
    }

    private static Stream<String> names(ServerErrorMessage error) {
        return Stream.of(
                        name("constraint", error.getConstraint()),
                        name("table", error.getTable()),
                        name("column", error.getColumn()))
                .flatMap(name -> Stream.ofNullable(name));
    }

    private static @Nullable String name(String kind, @Nullable String name) {
        return name == null ? null : kind + " " + name;
    }

    static String line(String text) {
        String line = BREAKS.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
