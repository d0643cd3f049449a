package dev.orderflow.events.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What JAX-RS itself refuses: unknown paths, methods, media types, path parameters and unreadable bodies. */
@Provider
public class WebApplicationMapper implements ExceptionMapper<WebApplicationException> {

    private static final Logger LOG = Logger.getLogger(WebApplicationMapper.class.getName());

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(WebApplicationException failure) {
        StatusType status = failure.getResponse().getStatusInfo();
        if (status.getFamily() == Status.Family.SERVER_ERROR) {
            LOG.log(Level.SEVERE, "Request failed", failure);
        }
        String type = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        var answer = ProblemResponses.of(status, type, detail(status), List.of(), uri);
        failure.getResponse().getHeaders().forEach((name, values) -> {
            if (!name.toLowerCase(Locale.ROOT).startsWith("content-")) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        return answer.build();
    }

    private static String detail(StatusType status) {
        return switch (Status.fromStatusCode(status.getStatusCode())) {
            case BAD_REQUEST ->
                "The request cannot be read. Send a JSON document of the documented form; see /openapi/ui.";
            case NOT_FOUND -> "Nothing is known under this path. The paths are listed in /openapi/ui.";
            case METHOD_NOT_ALLOWED -> "This path does not know the method; the Allow header lists those it knows.";
            case NOT_ACCEPTABLE -> "The answer is application/json; accept that.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body as Content-Type: application/json.";
            case null, default -> status.getReasonPhrase();
        };
    }
}
