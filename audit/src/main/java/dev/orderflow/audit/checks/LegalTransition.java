package dev.orderflow.audit.checks;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A step in an order's life, as the audit knows it: told once more, and not taken from the order service, because a
 * checker that asks the checked code agrees with every mistake in it. Whatever else is written down must have changed
 * nothing.
 *
 * @param reason that an order has afterwards; null on the way to CONFIRMED
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

    /** Every step that changes an order's status. */
    public static List<LegalTransition> all() {
        return ALL;
    }

    /** Rows for a VALUES list: from, cause, to, reason. */
    static String rows() {
        return ALL.stream()
                .map(step -> "('%s', '%s', '%s', %s)"
                        .formatted(
                                step.from, step.cause, step.to, step.reason == null ? "null" : "'" + step.reason + "'"))
                .collect(Collectors.joining(", "));
    }
}
