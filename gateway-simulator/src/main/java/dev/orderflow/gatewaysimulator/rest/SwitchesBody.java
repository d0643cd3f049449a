package dev.orderflow.gatewaysimulator.rest;

import static java.util.Objects.requireNonNullElse;

import dev.orderflow.gatewaysimulator.domain.Scenario;
import dev.orderflow.gatewaysimulator.domain.Switches;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The switches as they were sent. */
record SwitchesBody(
        @Nullable Scenario scenario,
        @Nullable String declineReason,
        @Nullable Integer percent) {

    private static final Pattern REASON = Pattern.compile("[a-z_]{1,50}");

    Switches valid() {
        Switches switches = new Switches(
                scenario,
                requireNonNullElse(declineReason, Switches.DECLINE_REASON),
                requireNonNullElse(percent, Switches.ALL));
        return new Input()
                .require(
                        "declineReason",
                        REASON.matcher(switches.declineReason()).matches(),
                        "must be 1 to 50 small letters or _")
                .require(
                        "percent",
                        switches.percent() >= 1 && switches.percent() <= Switches.ALL,
                        "must be a whole number from 1 to 100")
                .valid(switches);
    }
}
