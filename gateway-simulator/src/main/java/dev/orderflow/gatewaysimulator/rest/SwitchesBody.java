package dev.orderflow.gatewaysimulator.rest;

import static java.util.Objects.requireNonNullElse;

import dev.orderflow.gatewaysimulator.domain.ChargeScenario;
import dev.orderflow.gatewaysimulator.domain.GatewaySwitches;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The switches, as received. */
record SwitchesBody(
        @Nullable ChargeScenario scenario,
        @Nullable String declineReason,
        @Nullable Integer percent) {

    private static final Pattern REASON = Pattern.compile("[a-z_]{1,50}");

    GatewaySwitches valid() {
        GatewaySwitches switches = new GatewaySwitches(
                scenario,
                requireNonNullElse(declineReason, GatewaySwitches.DECLINE_REASON),
                requireNonNullElse(percent, GatewaySwitches.ALL));
        return new InputValidation()
                .require(
                        "declineReason",
                        REASON.matcher(switches.declineReason()).matches(),
                        "must be 1 to 50 small letters or _")
                .require(
                        "percent",
                        switches.percent() >= 1 && switches.percent() <= GatewaySwitches.ALL,
                        "must be a whole number from 1 to 100")
                .valid(switches);
    }
}
