package dev.orderflow.order.domain;

/**
 * CDI event: a transaction has changed an order. Fired before the commit.
 *
 * @param order with the change
 */
public record OrderChanged(Order order) {}
