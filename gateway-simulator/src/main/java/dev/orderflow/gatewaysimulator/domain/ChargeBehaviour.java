package dev.orderflow.gatewaysimulator.domain;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The behaviour of the gateway for one request.
 *
 * @param declineReason null if it does not decline
 */
public record ChargeBehaviour(
        ChargeScenario scenario, @Nullable String declineReason) {

    private static final String DECLINE = "tok_decline";

    private static final Map<String, ChargeScenario> TOKENS = Map.of(
            "tok_approve", ChargeScenario.APPROVE,
            "tok_slow", ChargeScenario.SLOW,
            "tok_timeout_charged", ChargeScenario.TIMEOUT_CHARGED,
            "tok_error_charged", ChargeScenario.ERROR_CHARGED,
            "tok_timeout_uncharged", ChargeScenario.TIMEOUT_UNCHARGED,
            "tok_garbled_charged", ChargeScenario.GARBLED_CHARGED,
            "tok_hanging", ChargeScenario.HANGING,
            "tok_webhook_first", ChargeScenario.WEBHOOK_FIRST,
            "tok_webhook_twice", ChargeScenario.WEBHOOK_TWICE,
            "tok_webhook_late", ChargeScenario.WEBHOOK_LATE);

    /** Reasons of the tokens {@code tok_decline_…}. */
    private static final Set<String> DECLINE_REASONS =
            Set.of("insufficient_funds", "expired_card", "lost_card", "suspected_fraud");

    /** Returns the behaviour that a token selects. An unknown token is declined. */
    public static ChargeBehaviour of(String token) {
        ChargeScenario scenario = TOKENS.get(token);
        if (scenario != null) {
            return new ChargeBehaviour(scenario, null);
        }
        if (token.equals(DECLINE)) {
            return declined("card_declined");
        }
        String reason = token.replaceFirst("^" + DECLINE + "_", "");
        return declined(DECLINE_REASONS.contains(reason) && !reason.equals(token) ? reason : "unknown_token");
    }

    public static ChargeBehaviour declined(String reason) {
        return new ChargeBehaviour(ChargeScenario.DECLINE, reason);
    }
}
