package dev.orderflow.gatewaysimulator.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Limits that apply before the body is read. Helidon's own limits are higher. */
final class RequestLimits {

    static final int BODY_BYTES = 64 * 1024;
    static final int URI_BYTES = 8 * 1024;
    static final int FIELDS = 100;
    static final int FIELDS_BYTES = 16 * 1024;

    private static final Status REQUEST_HEADER_FIELDS_TOO_LARGE_431 =
            Status.create(431, "Request Header Fields Too Large");

    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~-]+)(:\\d{1,5})?");

    private RequestLimits() {}

    /** Returns the status to refuse a request with; null if it is within the limits. */
    static @Nullable Status refusal(ServerRequest request) {
        if (request.path().rawPath().length() + request.query().rawValue().length() > URI_BYTES) {
            return Status.REQUEST_URI_TOO_LONG_414;
        }
        if (!fieldsFit(request.headers())) {
            return REQUEST_HEADER_FIELDS_TOO_LARGE_431;
        }
        if (request.headers().contentLength().orElse(0) > BODY_BYTES) {
            return Status.REQUEST_ENTITY_TOO_LARGE_413;
        }
        return hostIsSound(request.headers()) ? null : Status.BAD_REQUEST_400;
    }

    private static boolean fieldsFit(Headers fields) {
        long count = fields.stream().mapToLong(field -> field.valueCount()).sum();
        long bytes = fields.stream()
                .flatMapToLong(field -> field.allValues().stream()
                        .mapToLong(value -> field.name().length() + value.length()))
                .sum();
        return count <= FIELDS && bytes <= FIELDS_BYTES;
    }

    private static boolean hostIsSound(Headers fields) {
        return fields.values(HeaderNames.HOST).size() <= 1
                && fields.values(HeaderNames.HOST).stream()
                        .allMatch(host -> HOST.matcher(host).matches());
    }
}
