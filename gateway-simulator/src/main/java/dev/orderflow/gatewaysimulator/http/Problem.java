package dev.orderflow.gatewaysimulator.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details.
 *
 * @param type URI reference that identifies the type of problem
 * @param instance path of the request, as it was sent
 * @param traceId the same in the log: 32 hexadecimal digits
 * @param errors what exactly is wrong with which part of the input; absent where nothing more is to be said
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String traceId,
        @Nullable List<FieldError> errors) {

    static final String MEDIA_TYPE = "application/problem+json";
}
