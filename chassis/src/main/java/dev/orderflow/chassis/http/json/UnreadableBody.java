package dev.orderflow.chassis.http.json;

import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.chassis.http.RequestLimits;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * A body that is too large, no JSON, or JSON of another form. Caught where it is read, because the same exceptions on the way
 * out are bugs.
 */
@Provider
public class UnreadableBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        requireUtf8(context.getMediaType());
        byte[] body = read(context);
        check(body);
        context.setInputStream(new ByteArrayInputStream(body));
        try {
            return context.proceed();
        } catch (JsonbException | JsonException | ProcessingException unreadable) {
            throw malformed("The body is not a JSON document of the documented form; see /openapi/ui.", unreadable);
        }
    }

    /** Of an empty body the resource says what it misses. */
    private static void check(byte[] body) {
        try {
            if (body.length > 0) {
                JsonBody.check(body);
            }
        } catch (JsonException refusal) {
            throw malformed(refusal.getMessage() + " See /openapi/ui for its form.", refusal);
        }
    }

    /** All of it; what came without a length, or was compressed, is counted here. */
    private static byte[] read(ReaderInterceptorContext context) {
        try {
            byte[] body = context.getInputStream().readNBytes(RequestLimits.BODY_BYTES + 1);
            if (body.length > RequestLimits.BODY_BYTES) {
                throw new ClientErrorException(Status.REQUEST_ENTITY_TOO_LARGE);
            }
            return body;
        } catch (IOException broken) {
            throw malformed("The body is cut short, or it is not encoded as the header fields say.", broken);
        }
    }

    /** JSON is UTF-8 (RFC 8259); a body that says otherwise is not guessed at. */
    private static void requireUtf8(MediaType type) {
        String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "UTF-8");
        if (!charset.equalsIgnoreCase("UTF-8")) {
            throw new ClientErrorException(Status.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static ProblemException malformed(String detail, Exception cause) {
        return new ProblemException(Status.BAD_REQUEST, "malformed-json", detail, LoggedFailure.of(cause));
    }
}
