package dev.orderflow.order.domain;

/**
 * CDI event, fired within the transaction that changes an order.
 *
 * @param order as it is now; nobody sees it before the transaction has committed
 */
public record OrderChanged(Order order) {}
