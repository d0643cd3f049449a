package dev.orderflow.messaging.deadletters.rest;

import dev.orderflow.chassis.http.paging.Paging;
import dev.orderflow.messaging.deadletters.DeadLetterQuery;
import dev.orderflow.messaging.deadletters.DeadLetterStatus;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which page of which dead letters. */
public class DeadLetterFilter extends Paging {

    /** What may stand for a wire name or a channel: anything that can be stored. */
    static final String NAME = "^[^\\p{Cntrl}]{1,200}$";

    static final String NAME_RULE = "must have 1 to 200 characters, and no control characters";

    @QueryParam("status")
    @Pattern(regexp = "PARKED|REDRIVEN|DISCARDED", message = "must be PARKED, REDRIVEN or DISCARDED")
    @Nullable
    String status;

    @QueryParam("type")
    @Pattern(regexp = NAME, message = NAME_RULE)
    @Nullable
    String type;

    @QueryParam("channel")
    @Pattern(regexp = NAME, message = NAME_RULE)
    @Nullable
    String channel;

    @QueryParam("after")
    @Pattern(regexp = ID, message = NEXT_RULE)
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
