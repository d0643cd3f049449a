package dev.orderflow.gatewaysimulator.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A valid request to charge; the amount is in minor units of the currency. */
public record ChargeRequest(String orderId, long amount, String currency, String token) {

    /** Omits the token, which is as good as money. */
    @Override
    public String toString() {
        return "ChargeRequest[orderId=%s, amount=%d, currency=%s]".formatted(orderId, amount, currency);
    }

    /** Returns the charge that results from this request. */
    public Charge charged(String key, String status, @Nullable String reason, Instant createdAt) {
        long captured = status.equals("CAPTURED") ? amount : 0;
        return new Charge(key, orderId, amount, currency, status, reason, captured, 0, createdAt);
    }
}
