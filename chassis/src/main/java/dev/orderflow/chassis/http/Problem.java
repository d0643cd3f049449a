package dev.orderflow.chassis.http;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details.
 *
 * @param type URI reference that identifies the type of problem
 * @param instance path of the request, as sent
 * @param traceId id of the request in logs and traces: 32 hexadecimal digits
 * @param errors one entry per invalid part of the input; absent if there is none
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

    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem belongs to one request, but caches may store a 404 or 405 by default. */
    public static final String CACHE_CONTROL = "no-store";

    /**
     * One invalid part of the input.
     *
     * @param field path of the value within the input, such as {@code lines[0].quantity}
     */
    public record FieldError(String field, String message) {}
}
