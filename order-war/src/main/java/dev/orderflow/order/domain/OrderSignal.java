package dev.orderflow.order.domain;

/** What can happen to an order after it was placed. */
public enum OrderSignal {
    STOCK_RESERVED,
    STOCK_REJECTED,
    RESERVATION_EXPIRED,
    PAYMENT_COMPLETED,
    PAYMENT_FAILED,
    PAYMENT_REFUNDED,
    CANCEL_REQUESTED,
    DEADLINE_PASSED
}
