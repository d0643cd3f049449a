package dev.orderflow.messaging.deadletters;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The outcome of redriving a dead letter. */
@JsonbPropertyOrder({"id", "dryRun", "outcome", "cause", "events", "changes"})
public record RedriveResult(
        UUID id,
        boolean dryRun,
        Outcome outcome,
        @Nullable String cause,
        List<PublishedEvent> events,
        List<ChangedTable> changes) {

    /** Whether the event took effect, changed nothing, failed, or was not tried. */
    public enum Outcome {
        HANDLED,
        NO_EFFECT,
        FAILED,
        REFUSED
    }

    /** An event that the redrive published. */
    @JsonbPropertyOrder({"type", "topic", "key"})
    public record PublishedEvent(String type, String topic, String key) {}

    /** Number of rows changed in a table. */
    @JsonbPropertyOrder({"table", "inserted", "updated", "deleted"})
    public record ChangedTable(String table, long inserted, long updated, long deleted) {

        boolean onlyGrew() {
            return updated == 0 && deleted == 0;
        }
    }

    /**
     * Returns the result of a handled event.
     *
     * @param histories tables where the handler records every event, even one without effect
     */
    static RedriveResult handled(
            UUID id,
            boolean dryRun,
            List<PublishedEvent> events,
            List<ChangedTable> changes,
            Collection<String> histories) {
        boolean isEffective = !events.isEmpty()
                || changes.stream().anyMatch(change -> !change.onlyGrew() || !histories.contains(change.table()));
        return new RedriveResult(id, dryRun, isEffective ? Outcome.HANDLED : Outcome.NO_EFFECT, null, events, changes);
    }

    static RedriveResult without(UUID id, boolean dryRun, Outcome outcome, String cause) {
        return new RedriveResult(id, dryRun, outcome, cause, List.of(), List.of());
    }
}
