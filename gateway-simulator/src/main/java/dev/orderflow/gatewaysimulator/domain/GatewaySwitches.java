package dev.orderflow.gatewaysimulator.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Switches that override the scenario of the tokens.
 *
 * @param scenario null if the token of each charge decides
 * @param declineReason reason of the scenario DECLINE
 * @param percent share of the charges that the scenario applies to; chosen by the key, so a repeated request behaves
 * alike
 */
public record GatewaySwitches(@Nullable ChargeScenario scenario, String declineReason, int percent) {

    public static final String DECLINE_REASON = "card_declined";
    public static final int ALL = 100;
    public static final GatewaySwitches OFF = new GatewaySwitches(null, DECLINE_REASON, ALL);

    /** Returns the behaviour for a charge: that of the switches if they apply, otherwise that of its token. */
    public ChargeBehaviour behaviour(String key, String token) {
        if (!apply(key)) {
            return ChargeBehaviour.of(token);
        }
        return scenario == ChargeScenario.DECLINE
                ? ChargeBehaviour.declined(declineReason)
                : new ChargeBehaviour(Objects.requireNonNull(scenario), null);
    }

    public boolean isDown(String key) {
        return scenario == ChargeScenario.DOWN && apply(key);
    }

    private boolean apply(String key) {
        return scenario != null && Math.floorMod(key.hashCode(), ALL) < percent;
    }
}
