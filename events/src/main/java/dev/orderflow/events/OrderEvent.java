package dev.orderflow.events;

/** Published by the order service. */
public sealed interface OrderEvent extends Event permits OrderCreated, OrderConfirmed, OrderRejected, OrderCancelled {}
