package dev.orderflow.order.domain;

/**
 * CDI event, fired within the transaction that changes an order.
 *
 * @param order its version is the new one once the transaction has committed
 */
public record OrderChanged(Order order) {}
