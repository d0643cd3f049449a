package dev.orderflow.gatewaysimulator.source;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.webserver.http.ServerRequest;
import java.util.Locale;
import java.util.Set;

/**
 * Lets pages of some origins read responses and make changes (CORS). A read from any other origin is answered, and the
 * browser withholds the response from the page. {@link SourceRules} refuse changes.
 *
 * @param origins in lower case
 */
public record CrossOrigin(Set<String> origins) {

    private static final String METHODS = "GET, POST, PUT, DELETE";
    private static final String FIELDS = "Content-Type, Idempotency-Key, Operator";
    private static final String EXPOSED = "Retry-After, Link";
    private static final String MAX_AGE_S = "600";

    /** Adds the CORS headers if the page's origin is allowed. */
    public void allow(ServerRequest request, ServerResponseHeaders answer) {
        answer.add(HeaderNames.VARY, HeaderNames.ORIGIN_NAME);
        request.headers()
                .first(HeaderNames.ORIGIN)
                .filter(origin -> origins.contains(origin.toLowerCase(Locale.ROOT)))
                .ifPresent(origin -> {
                    answer.set(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
                    answer.set(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
                    if (isPreflight(request)) {
                        answer.set(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
                        answer.set(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, FIELDS);
                        answer.set(HeaderNames.ACCESS_CONTROL_MAX_AGE, MAX_AGE_S);
                    }
                });
    }

    public static boolean isPreflight(ServerRequest request) {
        return request.prologue().method().equals(Method.OPTIONS)
                && request.headers().contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
