package dev.orderflow.messaging.deadletters.rest;

import dev.orderflow.chassis.http.paging.Paging;
import dev.orderflow.messaging.deadletters.DeadLetterQuery;
import dev.orderflow.messaging.deadletters.DeadLetterStatus;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Filters and page of the list of dead letters. */
public class DeadLetterFilter extends Paging {

    /** Pattern of an event type or a channel. It accepts everything that can be stored. */
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

    /** Asks for one dead letter more than the limit, to find out whether there is a next page. */
    DeadLetterQuery query() {
        return new DeadLetterQuery(
                status == null ? null : DeadLetterStatus.valueOf(status),
                type,
                channel,
                after == null ? null : UUID.fromString(after),
                limit() + 1);
    }
}
