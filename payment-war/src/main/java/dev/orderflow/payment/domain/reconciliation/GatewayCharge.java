package dev.orderflow.payment.domain.reconciliation;

/**
 * The state of one key in the gateway's ledger, in minor units of the currency.
 *
 * @param key idempotency key of the charge; for our charges, the order id
 * @param orderId as the charge names it
 */
public record GatewayCharge(String key, String orderId, long captured, long refunded, String currency) {}
