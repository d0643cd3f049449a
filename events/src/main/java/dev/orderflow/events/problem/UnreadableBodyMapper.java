package dev.orderflow.events.problem;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** A body that is no JSON, or JSON of another form: JSON-B reports both as a ProcessingException. */
@Provider
public class UnreadableBodyMapper implements ExceptionMapper<ProcessingException> {

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(ProcessingException failure) {
        return ProblemResponses.of(
                        Status.BAD_REQUEST,
                        "malformed-json",
                        "The body is not a JSON document of the documented form; see /openapi/ui.",
                        List.of(),
                        uri)
                .build();
    }
}
