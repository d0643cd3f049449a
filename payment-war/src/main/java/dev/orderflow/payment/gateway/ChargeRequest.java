package dev.orderflow.payment.gateway;

/** The body of a request to charge; the amount is in minor units of the currency. */
public record ChargeRequest(String orderId, long amount, String currency, String token) {

    /** Omits the token, which only the gateway may see. */
    @Override
    public String toString() {
        return "ChargeRequest[orderId=%s, amount=%d, currency=%s]".formatted(orderId, amount, currency);
    }
}
