package dev.orderflow.payment.application;

/** Once the transaction that fired it has committed, there is something to ask the gateway for. */
public record PaymentDue() {}
