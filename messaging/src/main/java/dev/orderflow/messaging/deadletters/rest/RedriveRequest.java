package dev.orderflow.messaging.deadletters.rest;

import dev.orderflow.chassis.http.Problem.FieldError;
import dev.orderflow.chassis.http.json.ConsistentBody;
import dev.orderflow.chassis.http.json.CrossFieldRules;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which dead letters are to be redriven: these, or as many as there are of a kind. */
@Schema(
        name = "RedriveRequest",
        examples = {
            "{\"type\": \"dev.orderflow.inventory.reserved.v1\", \"channel\": \"inventory\", \"limit\": 20}",
            "{\"ids\": [\"01a206f8-021f-7798-a2bc-15cc07700889\"]}"
        })
@ConsistentBody
public record RedriveRequest(
        @Schema(description = "Ids of dead letters, in the order in which they are redriven")
        @Nullable
        @Size(min = 1, max = 100)
        List<@NotNull UUID> ids,

        @Schema(
                description = "Maximum number of dead letters if no ids are given; those with the fewest"
                        + " redrives first, then the oldest",
                minimum = "1",
                maximum = "100")
        @Nullable
        @Min(1)
        @Max(100)
        Integer limit,

        @Schema(description = "Only events with this wire name")
        @Nullable
        @Pattern(regexp = DeadLetterFilter.NAME, message = DeadLetterFilter.NAME_RULE)
        String type,

        @Schema(description = "Only events of this channel")
        @Nullable
        @Pattern(regexp = DeadLetterFilter.NAME, message = DeadLetterFilter.NAME_RULE)
        String channel)
        implements CrossFieldRules {

    private static final String EITHER = "say which: either ids, or limit with or without type and channel";

    @Override
    public List<FieldError> violations() {
        if (ids == null) {
            return limit == null ? List.of(new FieldError("ids", EITHER)) : List.of();
        }
        List<FieldError> broken = new ArrayList<>();
        if (limit != null) {
            broken.add(new FieldError("limit", EITHER));
        }
        if (type != null) {
            broken.add(new FieldError("type", EITHER));
        }
        if (channel != null) {
            broken.add(new FieldError("channel", EITHER));
        }
        return broken;
    }
}
