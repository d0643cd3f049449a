package dev.orderflow.messaging.deadletters;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of handling a dead letter again. */
@JsonbPropertyOrder({"id", "dryRun", "outcome", "cause", "events", "changes"})
@Schema(
        name = "RedriveResult",
        requiredProperties = {"id", "dryRun", "outcome", "events", "changes"},
        examples = Examples.RESULT)
public record RedriveResult(
        UUID id,

        @Schema(description = "true if everything was rolled back")
        boolean dryRun,

        @Schema(
                description = "HANDLED: the event took effect. NO_EFFECT: it was handled, but changed nothing,"
                        + " because its effect exists already or is too late. FAILED: it had no"
                        + " effect and stays parked. REFUSED: it was not tried")
        Outcome outcome,

        @Schema(description = "Why it failed or was refused; absent otherwise") @Nullable
        String cause,

        @Schema(description = "Events that it publishes") List<PublishedEvent> events,

        @Schema(description = "Rows that it changed in this service's database")
        List<ChangedTable> changes) {

    /** How it went. */
    public enum Outcome {
        HANDLED,
        NO_EFFECT,
        FAILED,
        REFUSED
    }

    /** An event of this service. */
    @JsonbPropertyOrder({"type", "topic", "key"})
    @Schema(
            name = "PublishedEvent",
            requiredProperties = {"type", "topic", "key"})
    public record PublishedEvent(String type, String topic, String key) {}

    /** How many rows of a table were changed. */
    @JsonbPropertyOrder({"table", "inserted", "updated", "deleted"})
    @Schema(
            name = "ChangedTable",
            requiredProperties = {"table", "inserted", "updated", "deleted"})
    public record ChangedTable(String table, long inserted, long updated, long deleted) {

        boolean onlyGrew() {
            return updated == 0 && deleted == 0;
        }
    }

    /**
     * Of an event that its handler has handled.
     *
     * @param histories tables where the handler notes what it was told, whether that changes anything or not
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
