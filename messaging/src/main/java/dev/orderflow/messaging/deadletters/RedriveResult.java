package dev.orderflow.messaging.deadletters;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
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

        @Schema(description = "Whether all of it was rolled back")
        boolean dryRun,

        @Schema(
                description =
                        "HANDLED: it had its effect. FAILED: it had none, and is parked still. REFUSED: it was not tried")
        Outcome outcome,

        @Schema(description = "Why it failed or was refused; absent when it was handled") @Nullable
        String cause,

        @Schema(description = "The events that are published because of it")
        List<PublishedEvent> events,

        @Schema(description = "The rows that it changed in the database of this service")
        List<ChangedTable> changes) {

    /** How it went. */
    public enum Outcome {
        HANDLED,
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
    public record ChangedTable(String table, long inserted, long updated, long deleted) {}

    static RedriveResult without(UUID id, boolean dryRun, Outcome outcome, String cause) {
        return new RedriveResult(id, dryRun, outcome, cause, List.of(), List.of());
    }
}
