package dev.orderflow.gatewaysimulator.rest;

import static java.util.Objects.requireNonNullElse;

import dev.orderflow.gatewaysimulator.domain.ChargeRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of a request to charge, as received. */
record ChargeBody(
        @Nullable String orderId,
        @Nullable Long amount,
        @Nullable String currency,
        @Nullable String token) {

    private static final int ORDER_ID_LENGTH = 100;
    private static final int TOKEN_LENGTH = 255;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** Validates the request. A missing amount is 0. */
    ChargeRequest valid() {
        InputValidation input = new InputValidation()
                .require("orderId", isOrderId(orderId), "must have 1 to 100 characters")
                .require("amount", requireNonNullElse(amount, 0L) >= 0, "must be greater than or equal to 0")
                .require(
                        "currency",
                        currency != null && CURRENCY.matcher(currency).matches(),
                        "must be an ISO 4217 code")
                .require("token", InputValidation.isText(token, TOKEN_LENGTH), "must have 1 to 255 characters");
        return new ChargeRequest(
                input.valid(orderId), requireNonNullElse(amount, 0L), input.valid(currency), input.valid(token));
    }

    static boolean isOrderId(@Nullable String text) {
        return InputValidation.isText(text, ORDER_ID_LENGTH);
    }

    /** Omits the token, which is as good as money. */
    @Override
    public String toString() {
        return "ChargeBody[orderId=%s, amount=%d, currency=%s]".formatted(orderId, amount, currency);
    }
}
