package dev.orderflow.payment.simulator;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the gateway behaves whatever the tokens say. */
@JsonbPropertyOrder({"scenario", "declineReason", "percent"})
@Schema(examples = """
        {"scenario": "TIMEOUT_CHARGED", "declineReason": "card_declined", "percent": 30}""")
public record Switches(
        @Schema(description = "null: the token of each charge decides", nullable = true) @Nullable
        Scenario scenario,

        @Schema(description = "What DECLINE gives as its reason", defaultValue = "card_declined")
        @Pattern(regexp = "[a-z_]{1,50}", message = "must be 1 to 50 small letters or _")
        @Nullable
        String declineReason,

        @Schema(
                description = "Share of the charges that the scenario is for; a charge is always or never of it",
                defaultValue = "100")
        @Min(1)
        @Max(100)
        @Nullable
        Integer percent) {

    private static final int ALL = 100;

    static final Switches OFF = new Switches(null, null, null);

    public Switches {
        declineReason = Objects.requireNonNullElse(declineReason, "card_declined");
        percent = Objects.requireNonNullElse(percent, ALL);
    }

    /** What these say of a charge, and its token where they say nothing. */
    Behaviour behaviour(String key, String token) {
        if (!apply(key)) {
            return Behaviour.of(token);
        }
        return scenario == Scenario.DECLINE
                ? Behaviour.declined(Objects.requireNonNull(declineReason))
                : new Behaviour(Objects.requireNonNull(scenario), null);
    }

    boolean isDown(String key) {
        return scenario == Scenario.DOWN && apply(key);
    }

    private boolean apply(String key) {
        return scenario != null && Math.floorMod(key.hashCode(), ALL) < Objects.requireNonNull(percent);
    }
}
