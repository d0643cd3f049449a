package dev.orderflow.chassis.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers with the problem that a resource throws. */
@Provider
public class ProblemExceptionMapper implements ExceptionMapper<ProblemException> {

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(ProblemException problem) {
        return ProblemResponses.of(
                        Problems.of(problem.status(), problem.type(), problem.detail(), problem.errors(), request))
                .header(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds())
                .build();
    }
}
