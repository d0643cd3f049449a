package dev.orderflow.order.rest.stream;

import dev.orderflow.chassis.http.Problem.FieldError;
import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.order.application.FindOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.regex.Pattern;

/** Where a stream begins. An event has the position of its step as its id. */
@ApplicationScoped
public class StreamStart {

    /** So many digits always fit into a long. */
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private static final int RETRY_AFTER_SECONDS = 1;

    @Inject
    FindOrders findOrders;

    /** After all that is known to have happened: the last step of that, so that a client may come back with its id. */
    long now() {
        return findOrders.lastPosition(findOrders.highWaterMark().orElseThrow(StreamStart::starting));
    }

    static ProblemException starting() {
        return new ProblemException(
                        Status.SERVICE_UNAVAILABLE,
                        "starting",
                        "This server is still loading the order history. Retry in a second.")
                .retryAfter(RETRY_AFTER_SECONDS);
    }

    /**
     * After the event with this id.
     *
     * @throws ProblemException 400 when there is none; 0 is before the first
     */
    long after(String lastEventId) {
        if (!ID.matcher(lastEventId).matches()) {
            throw refusal("must be the id of an event of a stream, such as 1042");
        }
        long position = Long.parseLong(lastEventId);
        if (position > 0
                && findOrders
                        .transitionsBetween(position - 1, position, null, 1)
                        .isEmpty()) {
            throw refusal("names an event that has not happened here; leave it out to start anew");
        }
        return position;
    }

    private static ProblemException refusal(String message) {
        return new ProblemException(
                Status.BAD_REQUEST,
                "invalid-request",
                "The header " + HttpHeaders.LAST_EVENT_ID_HEADER + " " + message + ".",
                new FieldError(HttpHeaders.LAST_EVENT_ID_HEADER, message));
    }
}
