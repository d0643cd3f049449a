package dev.orderflow.order.application.placing;

/** An order was not taken; see {@link TooManyOrders}. */
public record OrderRefused() {}
