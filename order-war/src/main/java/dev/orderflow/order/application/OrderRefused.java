package dev.orderflow.order.application;

/** An order was not taken, because too many are under way. */
public record OrderRefused() {}
