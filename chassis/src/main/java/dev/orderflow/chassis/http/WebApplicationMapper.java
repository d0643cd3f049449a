package dev.orderflow.chassis.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** Maps what JAX-RS itself rejects: unknown paths, methods, media types, path parameters and unreadable bodies. */
@Provider
public class WebApplicationMapper implements ExceptionMapper<WebApplicationException> {

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(WebApplicationException failure) {
        StatusType status = failure.getResponse().getStatusInfo();
        if (status.getFamily() == Status.Family.SERVER_ERROR) {
            RequestFailureLog.log(request, failure);
        }
        var answer = ProblemResponses.of(Problems.of(status, request));
        failure.getResponse().getHeaders().forEach((name, values) -> {
            if (!name.toLowerCase(Locale.ROOT).startsWith("content-")) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        return answer.build();
    }
}
