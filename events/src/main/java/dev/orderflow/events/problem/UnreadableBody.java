package dev.orderflow.events.problem;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A body that is no JSON, or JSON of another form. Caught where it is read, because the same exceptions on the way out are bugs. */
@Provider
public class UnreadableBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (JsonbException | JsonException | ProcessingException unreadable) {
            throw new ProblemException(
                    Status.BAD_REQUEST,
                    "malformed-json",
                    "The body is not a JSON document of the documented form; see /openapi/ui.",
                    unreadable);
        }
    }
}
