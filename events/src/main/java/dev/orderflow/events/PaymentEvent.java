package dev.orderflow.events;

/** Published by the payment service. */
public sealed interface PaymentEvent extends Event permits PaymentCompleted, PaymentFailed, PaymentRefunded {}
