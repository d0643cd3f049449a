package dev.orderflow.order.rest;

import dev.orderflow.chassis.http.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;

/** Conditional requests (RFC 9110, section 13): the ETag of a thing is its version. */
public final class Versions {

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** What to answer to a reader who knows this version already; null when it is to be sent. */
    public static @Nullable ResponseBuilder unchanged(Request request, long version) {
        ResponseBuilder answer = request.evaluatePreconditions(tag(version));
        if (answer != null && answer.build().getStatus() == Status.PRECONDITION_FAILED.getStatusCode()) {
            throw another();
        }
        return answer;
    }

    public static ProblemException another() {
        return new ProblemException(
                Status.PRECONDITION_FAILED,
                "precondition-failed",
                "It is not the version you name. GET it, look at it again and send its ETag.");
    }
}
