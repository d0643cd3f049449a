package dev.orderflow.order.domain;

/** Where an order is in its life. The last three are its ends, and final but for one case: see {@link Transition}. */
public enum OrderStatus {
    /** Placed; nothing is reserved yet, as far as this service knows. */
    PENDING,
    /** All lines are reserved; the payment is on its way. */
    RESERVED,
    /** Reserved and paid. */
    CONFIRMED,
    /** The system said no: out of stock, or the payment was declined. */
    REJECTED,
    /** A person or a deadline said no. */
    CANCELLED;

    public boolean isFinal() {
        return this != PENDING && this != RESERVED;
    }
}
