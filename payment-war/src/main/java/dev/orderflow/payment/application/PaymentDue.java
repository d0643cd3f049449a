package dev.orderflow.payment.application;

/** CDI event: a payment is due. Observe it after the commit. */
public record PaymentDue() {}
