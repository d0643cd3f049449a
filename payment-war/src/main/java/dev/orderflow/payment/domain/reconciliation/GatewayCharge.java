package dev.orderflow.payment.domain.reconciliation;

/**
 * How the money of one key stands by the gateway's books, in minor units of the currency.
 *
 * @param key what it was charged under; ours is always the order's id
 * @param orderId what the charge says that it is for
 */
public record GatewayCharge(String key, String orderId, long captured, long refunded, String currency) {}
