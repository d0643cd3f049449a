package dev.orderflow.order.domain;

/** The status of an order. The last three are final, with one exception; see {@link Transition}. */
public enum OrderStatus {
    /** Placed. The stock is not reserved yet, as far as this service knows. */
    PENDING,
    /** All lines are reserved. The payment is pending. */
    RESERVED,
    /** Reserved and paid. */
    CONFIRMED,
    /** The system refused: out of stock, or the payment was declined. */
    REJECTED,
    /** A customer or a deadline ended the order. */
    CANCELLED;

    public boolean isFinal() {
        return this != PENDING && this != RESERVED;
    }
}
