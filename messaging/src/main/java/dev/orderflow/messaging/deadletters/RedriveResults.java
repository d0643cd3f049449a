package dev.orderflow.messaging.deadletters;

import dev.orderflow.messaging.deadletters.RedriveResult.Outcome;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of handling several dead letters again, in the sequence in which it was done. */
@JsonbPropertyOrder({"handled", "noEffect", "failed", "refused", "items"})
@Schema(
        name = "RedriveResults",
        requiredProperties = {"handled", "noEffect", "failed", "refused", "items"},
        examples = "{\"handled\": 1, \"noEffect\": 0, \"failed\": 0, \"refused\": 0, \"items\": [" + Examples.RESULT
                + "]}")
public record RedriveResults(
        long handled,

        @Schema(description = "Handled without a change or an event")
        long noEffect,

        long failed,
        long refused,
        List<RedriveResult> items) {

    static RedriveResults of(List<RedriveResult> items) {
        return new RedriveResults(
                count(items, Outcome.HANDLED),
                count(items, Outcome.NO_EFFECT),
                count(items, Outcome.FAILED),
                count(items, Outcome.REFUSED),
                items);
    }

    private static long count(List<RedriveResult> items, Outcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).count();
    }
}
