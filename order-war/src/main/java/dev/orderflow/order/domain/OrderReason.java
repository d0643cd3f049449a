package dev.orderflow.order.domain;

/** Why an order was rejected or cancelled. */
public enum OrderReason {
    OUT_OF_STOCK,
    PAYMENT_DECLINED,
    CANCELLED_BY_CUSTOMER,
    EXPIRED
}
