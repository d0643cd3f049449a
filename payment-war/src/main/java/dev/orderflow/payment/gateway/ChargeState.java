package dev.orderflow.payment.gateway;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A charge in a response of the gateway; amounts are in minor units of the currency. Texts are cut to 500 characters
 * and cleaned of characters that no column can store, because they go to rows, events and logs.
 *
 * @param orderId empty if the key was voided before it was used
 * @param status CAPTURED, DECLINED or VOIDED
 * @param reason why it was declined
 */
public record ChargeState(
        @Nullable String key,
        @Nullable String orderId,
        @Nullable String status,
        @Nullable String reason,
        long captured,
        long refunded,
        @Nullable String currency) {

    private static final int LONGEST = 500;

    /**
     * Characters that no column can store: U+0000, and half of a surrogate pair, which cutting can leave at the end.
     */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    public ChargeState {
        key = storable(key);
        orderId = storable(orderId);
        status = storable(status);
        reason = storable(reason);
        currency = storable(currency);
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null
                ? null
                : UNSTORABLE
                        .matcher(text.substring(0, Math.min(text.length(), LONGEST)))
                        .replaceAll("\uFFFD");
    }
}
