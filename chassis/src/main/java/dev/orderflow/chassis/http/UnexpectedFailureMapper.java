package dev.orderflow.chassis.http;

import dev.orderflow.chassis.failure.FailureKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Everything nobody foresaw: logged here, and told to the caller without internals. What passes by itself, such as a database
 * that is away or has no connection left, is 503 with Retry-After, and one line of log; everything else is 500, and logged in full.
 */
@Provider
public class UnexpectedFailureMapper implements ExceptionMapper<Throwable> {

    /** Most of what passes by itself has passed by then: a database that restarts, a pool that is empty for a moment. */
    private static final int RETRY_AFTER_S = 2;

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        if (FailureKind.of(failure) == FailureKind.TRANSIENT) {
            Failures.logPassing(request, failure);
            return ProblemResponses.of(Problems.of(Status.SERVICE_UNAVAILABLE, request))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S)
                    .build();
        }
        Failures.log(request, failure);
        return ProblemResponses.of(Problems.of(Status.INTERNAL_SERVER_ERROR, request))
                .build();
    }
}
