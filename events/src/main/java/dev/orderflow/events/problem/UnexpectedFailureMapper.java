package dev.orderflow.events.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Everything nobody foresaw: logged in full here, and told to the caller without internals. */
@Provider
public class UnexpectedFailureMapper implements ExceptionMapper<Throwable> {

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        Failures.log(request, failure);
        return ProblemResponses.of(Problems.of(Status.INTERNAL_SERVER_ERROR, request))
                .build();
    }
}
