package dev.orderflow.chassis.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

final class ProblemResponses {

    private ProblemResponses() {}

    static Response.ResponseBuilder of(Problem problem) {
        return Response.status(problem.status(), problem.title())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, Problem.CACHE_CONTROL)
                .entity(problem);
    }
}
