package dev.orderflow.payment.gateway;

/** What the gateway is asked to charge; the amount in minor units of the currency. */
public record ChargeRequest(String orderId, long amount, String currency, String token) {

    /** Without the token: nobody but the gateway is to see it. */
    @Override
    public String toString() {
        return "ChargeRequest[orderId=%s, amount=%d, currency=%s]".formatted(orderId, amount, currency);
    }
}
