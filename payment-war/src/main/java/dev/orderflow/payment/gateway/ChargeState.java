package dev.orderflow.payment.gateway;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway says about a charge; amounts in minor units of the currency. Its texts go to rows, events and logs,
 * so they are such as can be stored, and short.
 *
 * @param orderId what it is for; nothing when its key was voided before it was used
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

    /** What no column can hold: U+0000 and half of a surrogate pair, of which a cut may leave one at the end too. */
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
