package dev.orderflow.chassis.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details.
 *
 * @param type URI reference that identifies the type of problem
 * @param instance path of the request, as it was sent
 * @param traceId the same in our logs and in the trace of the request: 32 hexadecimal digits
 * @param errors what exactly is wrong with which part of the input; absent where nothing more is to be said
 */
@JsonbPropertyOrder({"type", "title", "status", "detail", "instance", "traceId", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String traceId,
        @Nullable List<FieldError> errors) {

    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem tells of one request; caches may keep a 404 or 405 unless they are told not to. */
    public static final String CACHE_CONTROL = "no-store";

    /**
     * One error.
     *
     * @param field path of the value within the input, such as {@code lines[0].quantity}
     */
    public record FieldError(String field, String message) {}
}
