package dev.orderflow.chassis.http.json;

import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.http.Problem.FieldError;
import dev.orderflow.chassis.http.ProblemException;
import dev.orderflow.chassis.http.RequestLimits;
import dev.orderflow.chassis.json.StrictJson;
import dev.orderflow.chassis.json.UnreadableJson;
import dev.orderflow.chassis.json.UnstorableText;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of every request in place of the platform's readers. A resource that takes bytes gets them after they
 * were checked to be a JSON document.
 */
@Provider
public class JsonBodyReader implements ReaderInterceptor {

    /**
     * Returns null for an empty body, or an empty array if the resource takes bytes. The resource reports what is
     * missing.
     */
    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) {
        requireUtf8(context.getMediaType());
        byte[] body = bytes(context.getInputStream());
        boolean wantsBytes = context.getType() == byte[].class;
        if (body.length == 0) {
            return wantsBytes ? body : null;
        }
        Object read = read(body, wantsBytes ? Object.class : context.getGenericType());
        return wantsBytes ? body : read;
    }

    private static Object read(byte[] body, Type type) {
        try {
            return StrictJson.readRequest(body, type);
        } catch (UnstorableText unstorable) {
            throw ProblemException.invalid(unstorable.field(), unstorable.rule());
        } catch (UnreadableJson unreadable) {
            String field = unreadable.field().isEmpty() ? "body" : unreadable.field();
            throw malformed(
                    "The body is not valid JSON or does not match its schema; see /openapi/ui.",
                    unreadable,
                    new FieldError(field, unreadable.rule()));
        }
    }

    /** Reads the body, and enforces the limit for bodies that are chunked or compressed. */
    private static byte[] bytes(InputStream in) {
        try {
            byte[] body = in.readNBytes(RequestLimits.BODY_BYTES + 1);
            if (body.length > RequestLimits.BODY_BYTES) {
                throw new ClientErrorException(Status.REQUEST_ENTITY_TOO_LARGE);
            }
            return body;
        } catch (IOException broken) {
            throw malformed("The body is incomplete, or its encoding does not match the headers.", broken);
        }
    }

    /** JSON is UTF-8 (RFC 8259); other charsets are rejected. */
    private static void requireUtf8(MediaType type) {
        String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "UTF-8");
        if (!charset.equalsIgnoreCase("UTF-8")) {
            throw new ClientErrorException(Status.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private static ProblemException malformed(String detail, Exception cause, FieldError... errors) {
        return new ProblemException(Status.BAD_REQUEST, "malformed-json", detail, LoggedFailure.of(cause), errors);
    }
}
