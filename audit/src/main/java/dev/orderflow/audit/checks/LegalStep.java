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
public record LegalStep(
        String from, String cause, String to, @Nullable String reason) {

    private static final List<LegalStep> ALL = List.of(
            new LegalStep("PENDING", "STOCK_RESERVED", "RESERVED", null),
            new LegalStep("PENDING", "STOCK_REJECTED", "REJECTED", "OUT_OF_STOCK"),
            new LegalStep("PENDING", "PAYMENT_COMPLETED", "CONFIRMED", null),
            new LegalStep("PENDING", "PAYMENT_FAILED", "REJECTED", "PAYMENT_DECLINED"),
            new LegalStep("PENDING", "CANCEL_REQUESTED", "CANCELLED", "CANCELLED_BY_CUSTOMER"),
            new LegalStep("PENDING", "DEADLINE_PASSED", "CANCELLED", "EXPIRED"),
            new LegalStep("PENDING", "RESERVATION_EXPIRED", "CANCELLED", "EXPIRED"),
            new LegalStep("RESERVED", "PAYMENT_COMPLETED", "CONFIRMED", null),
            new LegalStep("RESERVED", "PAYMENT_FAILED", "REJECTED", "PAYMENT_DECLINED"),
            new LegalStep("RESERVED", "CANCEL_REQUESTED", "CANCELLED", "CANCELLED_BY_CUSTOMER"),
            new LegalStep("RESERVED", "DEADLINE_PASSED", "CANCELLED", "EXPIRED"),
            new LegalStep("RESERVED", "RESERVATION_EXPIRED", "CANCELLED", "EXPIRED"),
            new LegalStep("CONFIRMED", "RESERVATION_EXPIRED", "CANCELLED", "EXPIRED"));

    /** Every step that changes an order's status. */
    public static List<LegalStep> all() {
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
