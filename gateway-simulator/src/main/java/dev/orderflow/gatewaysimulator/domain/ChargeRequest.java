package dev.orderflow.gatewaysimulator.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be charged; the amount in minor units of the currency. */
public record ChargeRequest(String orderId, long amount, String currency, String token) {

    /** Without the token: it is as good as money. */
    @Override
    public String toString() {
        return "ChargeRequest[orderId=%s, amount=%d, currency=%s]".formatted(orderId, amount, currency);
    }

    /** The charge that this request has just made. */
    public Charge charged(String key, String status, @Nullable String reason, Instant createdAt) {
        long captured = status.equals("CAPTURED") ? amount : 0;
        return new Charge(key, orderId, amount, currency, status, reason, captured, 0, createdAt);
    }
}
