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
import org.jspecify.annotations.Nullable;

/** Selects the dead letters to redrive: by id, or up to a limit by type and channel. */
@ConsistentBody
public record RedriveRequest(
        @Nullable @Size(min = 1, max = 100) List<@NotNull UUID> ids,
        @Nullable @Min(1) @Max(100) Integer limit,

        @Nullable @Pattern(regexp = DeadLetterFilter.NAME, message = DeadLetterFilter.NAME_RULE)
        String type,

        @Nullable @Pattern(regexp = DeadLetterFilter.NAME, message = DeadLetterFilter.NAME_RULE)
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
