package dev.orderflow.chassis.http;

import dev.orderflow.chassis.failure.FailureKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Maps every exception that no other mapper handles; the response reveals no internals. A transient failure, such as an
 * unreachable database or an exhausted pool, is 503 with Retry-After and one log line. A value that only the database
 * rejects is 400. Everything else is 500, logged with its stack.
 */
@Provider
public class UnexpectedFailureMapper implements ExceptionMapper<Throwable> {

    /** Most transient failures end within this time: a database restart, or a pool that is briefly empty. */
    private static final int RETRY_AFTER_S = 2;

    private static final String UNSTORABLE =
            "A value of the request cannot be stored: it is too long, out of range, or has a character such as U+0000.";

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        if (FailureKind.of(failure) == FailureKind.TRANSIENT) {
            RequestFailureLog.logCause(request, failure);
            return ProblemResponses.of(Problems.of(Status.SERVICE_UNAVAILABLE, request))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S)
                    .build();
        }
        if (FailureKind.isOfValue(failure)) {
            RequestFailureLog.logCause(request, failure);
            return ProblemResponses.of(
                            Problems.of(Status.BAD_REQUEST, "invalid-request", UNSTORABLE, List.of(), request))
                    .build();
        }
        RequestFailureLog.log(request, failure);
        return ProblemResponses.of(Problems.of(Status.INTERNAL_SERVER_ERROR, request))
                .build();
    }
}
