package dev.orderflow.messaging.deadletters.rest;

import dev.orderflow.chassis.http.paging.Paging;
import dev.orderflow.messaging.deadletters.DeadLetterQuery;
import dev.orderflow.messaging.deadletters.DeadLetterStatus;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of which dead letters. */
public class DeadLetterFilter extends Paging {

    /** What may stand for a wire name or a channel: anything that can be stored. */
    static final String NAME = "^[^\\p{Cntrl}]{1,200}$";

    static final String NAME_RULE = "must have 1 to 200 characters, and no control characters";

    @QueryParam("status")
    @Pattern(regexp = "PARKED|REDRIVEN|DISCARDED", message = "must be PARKED, REDRIVEN or DISCARDED")
    @Parameter(
            description = "Only dead letters in this status",
            example = "PARKED",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"PARKED", "REDRIVEN", "DISCARDED"}))
    @Nullable
    String status;

    @QueryParam("type")
    @Pattern(regexp = NAME, message = NAME_RULE)
    @Parameter(description = "Only events with this wire name", example = "dev.orderflow.inventory.reserved.v1")
    @Nullable
    String type;

    @QueryParam("channel")
    @Pattern(regexp = NAME, message = NAME_RULE)
    @Parameter(description = "Only events of this channel", example = "inventory")
    @Nullable
    String channel;

    @QueryParam("after")
    @Pattern(regexp = ID, message = NEXT_RULE)
    @Parameter(description = "The next of the previous page", example = "01a206f8-021f-7798-a2bc-15cc07700889")
    @Nullable
    String after;

    /** One more than the page shows tells whether there is a next page. */
    DeadLetterQuery query() {
        return new DeadLetterQuery(
                status == null ? null : DeadLetterStatus.valueOf(status),
                type,
                channel,
                after == null ? null : UUID.fromString(after),
                limit() + 1);
    }
}
