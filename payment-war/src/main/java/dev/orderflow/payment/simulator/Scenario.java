package dev.orderflow.payment.simulator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How the gateway behaves when a key is charged for the first time: the token of the request says it. */
enum Scenario {
    APPROVE("tok_approve", null),
    DECLINE("tok_decline", "card_declined"),
    /** Charges; the answer takes a while. */
    SLOW("tok_slow", null),
    /** Charges; the answer does not come in time. */
    TIMEOUT_CHARGED("tok_timeout_charged", null),
    /** Charges, and answers 500. */
    ERROR_CHARGED("tok_error_charged", null),
    /** The first request is lost and never answered in time; its repetition is charged. */
    TIMEOUT_UNCHARGED("tok_timeout_uncharged", null),
    UNKNOWN_TOKEN("", "unknown_token");

    private final String token;
    private final @Nullable String declineReason;

    Scenario(String token, @Nullable String declineReason) {
        this.token = token;
        this.declineReason = declineReason;
    }

    static Scenario of(String token) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.token.equals(token))
                .findAny()
                .orElse(UNKNOWN_TOKEN);
    }

    /** Null when it is not declined. */
    @Nullable
    String declineReason() {
        return declineReason;
    }
}
