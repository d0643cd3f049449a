package dev.orderflow.events.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Everything nobody foresaw: logged in full here, and told to the caller without internals. */
@Provider
public class UnexpectedFailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(UnexpectedFailureMapper.class.getName());

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(Throwable failure) {
        LOG.log(Level.SEVERE, "Request failed", failure);
        return ProblemResponses.of(
                        Status.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "The request failed and was rolled back. Try again later.",
                        List.of(),
                        uri)
                .build();
    }
}
