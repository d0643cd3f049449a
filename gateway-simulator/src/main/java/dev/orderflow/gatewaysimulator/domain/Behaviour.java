package dev.orderflow.gatewaysimulator.domain;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway does with a request.
 *
 * @param declineReason null where it does not decline
 */
public record Behaviour(Scenario scenario, @Nullable String declineReason) {

    private static final String DECLINE = "tok_decline";

    private static final Map<String, Scenario> TOKENS = Map.of(
            "tok_approve", Scenario.APPROVE,
            "tok_slow", Scenario.SLOW,
            "tok_timeout_charged", Scenario.TIMEOUT_CHARGED,
            "tok_error_charged", Scenario.ERROR_CHARGED,
            "tok_timeout_uncharged", Scenario.TIMEOUT_UNCHARGED,
            "tok_garbled_charged", Scenario.GARBLED_CHARGED,
            "tok_hanging", Scenario.HANGING,
            "tok_webhook_first", Scenario.WEBHOOK_FIRST,
            "tok_webhook_twice", Scenario.WEBHOOK_TWICE,
            "tok_webhook_late", Scenario.WEBHOOK_LATE);

    /** Of the tokens {@code tok_decline_…}. */
    private static final Set<String> DECLINE_REASONS =
            Set.of("insufficient_funds", "expired_card", "lost_card", "suspected_fraud");

    /** A token that is not known is declined. */
    public static Behaviour of(String token) {
        Scenario scenario = TOKENS.get(token);
        if (scenario != null) {
            return new Behaviour(scenario, null);
        }
        if (token.equals(DECLINE)) {
            return declined("card_declined");
        }
        String reason = token.replaceFirst("^" + DECLINE + "_", "");
        return declined(DECLINE_REASONS.contains(reason) && !reason.equals(token) ? reason : "unknown_token");
    }

    public static Behaviour declined(String reason) {
        return new Behaviour(Scenario.DECLINE, reason);
    }
}
