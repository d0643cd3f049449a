package dev.orderflow.payment.gateway;

/** What the gateway is asked to charge; the amount in minor units of the currency. */
public record ChargeRequest(String orderId, long amount, String currency, String token) {}
