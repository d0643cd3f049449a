package dev.orderflow.gatewaysimulator.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details.
 *
 * @param type URI reference that identifies the problem type
 * @param instance path of the request, as sent
 * @param traceId of the request, the same in the log: 32 hexadecimal digits
 * @param errors invalid input values; absent if there are none
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
