package dev.orderflow.order.domain;

import java.util.Locale;

/** The order cannot be placed as it was asked for; nothing was stored. */
public class OrderException extends RuntimeException {

    /** What is wrong. */
    public enum Kind {
        UNKNOWN_SKU,
        QUANTITY_TOO_LARGE,
        TOTAL_TOO_LARGE;

        /** The kind as clients know it, such as {@code unknown-sku}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Kind kind;
    private final String reason;

    /**
     * A refusal.
     *
     * @param reason what is wrong and what to do, for the customer to read
     */
    public OrderException(Kind kind, String reason) {
        super(reason);
        this.kind = kind;
        this.reason = reason;
    }

    public Kind kind() {
        return kind;
    }

    public String reason() {
        return reason;
    }
}
