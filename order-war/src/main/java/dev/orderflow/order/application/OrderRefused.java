package dev.orderflow.order.application;

/** An order was not taken; see {@link TooManyOrders}. */
public record OrderRefused() {}
