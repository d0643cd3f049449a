package dev.orderflow.order.rest.stream;

import dev.orderflow.chassis.http.Problem.FieldError;
import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.order.application.FindOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.regex.Pattern;

/** The position at which a stream begins. The id of an event is the position of its transition. */
@ApplicationScoped
public class StreamStart {

    /** Every number of 18 digits fits into a long. */
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private static final int RETRY_AFTER_SECONDS = 1;

    @Inject
    FindOrders findOrders;

    /**
     * Position of the last transition up to the high-water mark. A client may send it as Last-Event-ID.
     *
     * @throws ProblemException 503 while the server is starting
     */
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
     * Position of the event with this id; 0 is before the first event.
     *
     * @throws ProblemException 400 if no event has this id
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
