package dev.orderflow.order.domain;

/** Why an order ended without being confirmed. */
public enum OrderReason {
    OUT_OF_STOCK,
    PAYMENT_DECLINED,
    CANCELLED_BY_CUSTOMER,
    EXPIRED
}
