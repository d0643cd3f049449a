package dev.orderflow.events.problem;

import dev.orderflow.events.problem.Problem.FieldError;
import io.opentelemetry.api.trace.Span;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Turns what went wrong into a response. */
final class ProblemResponses {

    private ProblemResponses() {}

    static Response.ResponseBuilder of(
            StatusType status, String type, String detail, List<FieldError> errors, UriInfo uri) {
        var span = Span.current().getSpanContext();
        var problem = new Problem(
                "/problems/" + type,
                status.getReasonPhrase(),
                status.getStatusCode(),
                detail,
                uri.getRequestUri().getRawPath(),
                span.isValid() ? span.getTraceId() : null,
                errors.isEmpty() ? null : errors);
        return Response.status(status).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
