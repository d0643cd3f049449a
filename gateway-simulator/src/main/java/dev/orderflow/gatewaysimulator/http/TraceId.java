package dev.orderflow.gatewaysimulator.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace id of a request, which responses and the log share: that of the caller's traceparent (W3C), or a new one.
 */
final class TraceId {

    private static final HeaderName TRACEPARENT = HeaderNames.create("traceparent");
    private static final Pattern PARENT = Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-.+");

    private TraceId() {}

    static String of(ServerRequest request) {
        return request.context().get(TraceId.class, String.class).orElseGet(() -> {
            String id = find(request);
            request.context().register(TraceId.class, id);
            return id;
        });
    }

    private static String find(ServerRequest request) {
        return request.headers()
                .first(TRACEPARENT)
                .map(PARENT::matcher)
                .filter(Matcher::matches)
                .map(parent -> parent.group(1))
                .orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
    }
}
