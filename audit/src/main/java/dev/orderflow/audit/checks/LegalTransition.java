package dev.orderflow.audit.checks;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A legal status transition of an order. The audit defines them independently of the order service, because a checker
 * that shares code with the checked service shares its mistakes. Every other row of the history must have changed
 * nothing.
 *
 * @param reason of the order after the transition; null if there is none
 */
public record LegalTransition(
        String from, String cause, String to, @Nullable String reason) {

    private static final List<LegalTransition> ALL = List.of(
            new LegalTransition("PENDING", "STOCK_RESERVED", "RESERVED", null),
            new LegalTransition("PENDING", "STOCK_REJECTED", "REJECTED", "OUT_OF_STOCK"),
            new LegalTransition("PENDING", "PAYMENT_COMPLETED", "CONFIRMED", null),
            new LegalTransition("PENDING", "PAYMENT_FAILED", "REJECTED", "PAYMENT_DECLINED"),
            new LegalTransition("PENDING", "CANCEL_REQUESTED", "CANCELLED", "CANCELLED_BY_CUSTOMER"),
            new LegalTransition("PENDING", "DEADLINE_PASSED", "CANCELLED", "EXPIRED"),
            new LegalTransition("PENDING", "RESERVATION_EXPIRED", "CANCELLED", "EXPIRED"),
            new LegalTransition("RESERVED", "PAYMENT_COMPLETED", "CONFIRMED", null),
            new LegalTransition("RESERVED", "PAYMENT_FAILED", "REJECTED", "PAYMENT_DECLINED"),
            new LegalTransition("RESERVED", "CANCEL_REQUESTED", "CANCELLED", "CANCELLED_BY_CUSTOMER"),
            new LegalTransition("RESERVED", "DEADLINE_PASSED", "CANCELLED", "EXPIRED"),
            new LegalTransition("RESERVED", "RESERVATION_EXPIRED", "CANCELLED", "EXPIRED"),
            new LegalTransition("CONFIRMED", "RESERVATION_EXPIRED", "CANCELLED", "EXPIRED"));

    /** Returns every transition that changes the status. */
    public static List<LegalTransition> all() {
        return ALL;
    }

    /** Returns rows for a VALUES list: from, cause, to, reason. */
    static String rows() {
        return ALL.stream()
                .map(step -> "('%s', '%s', '%s', %s)"
                        .formatted(
                                step.from, step.cause, step.to, step.reason == null ? "null" : "'" + step.reason + "'"))
                .collect(Collectors.joining(", "));
    }
}
