package dev.orderflow.events.problem;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details.
 *
 * @param type URI reference that names the kind of problem
 * @param instance path of the request
 * @param errors what exactly is wrong with which part of the input; absent where nothing more is to be said
 */
@JsonbPropertyOrder({"type", "title", "status", "detail", "instance", "traceId", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String traceId,
        @Nullable List<FieldError> errors) {

    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One thing that is wrong.
     *
     * @param field path of the value within the input, such as {@code lines[0].quantity}
     */
    public record FieldError(String field, String message) {}
}
