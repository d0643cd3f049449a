package dev.orderflow.gatewaysimulator.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway behaves whatever the tokens say.
 *
 * @param scenario null: the token of each charge decides
 * @param declineReason what DECLINE gives as its reason
 * @param percent share of the charges that the scenario is for; a charge is always or never of it
 */
public record GatewaySwitches(@Nullable ChargeScenario scenario, String declineReason, int percent) {

    public static final String DECLINE_REASON = "card_declined";
    public static final int ALL = 100;
    public static final GatewaySwitches OFF = new GatewaySwitches(null, DECLINE_REASON, ALL);

    /** What these say of a charge, and its token where they say nothing. */
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
