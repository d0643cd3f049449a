package dev.orderflow.messaging.deadletters;

import dev.orderflow.messaging.deadletters.RedriveResult.Outcome;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/** The outcomes of redriving several dead letters, in order, and the number of each outcome. */
@JsonbPropertyOrder({"handled", "noEffect", "failed", "refused", "items"})
public record RedriveResults(long handled, long noEffect, long failed, long refused, List<RedriveResult> items) {

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
