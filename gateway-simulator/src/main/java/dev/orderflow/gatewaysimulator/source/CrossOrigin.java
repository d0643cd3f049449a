package dev.orderflow.gatewaysimulator.source;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.webserver.http.ServerRequest;
import java.util.Locale;
import java.util.Set;

/**
 * Lets pages of some origins read answers and make changes (CORS). To a page of any other origin a reading is answered
 * all the same, and the browser keeps the answer from it; a change is refused by the {@link SourceRules}.
 *
 * @param origins in lower case
 */
public record CrossOrigin(Set<String> origins) {

    private static final String METHODS = "GET, POST, PUT, DELETE";
    private static final String FIELDS = "Content-Type, Idempotency-Key, Operator";
    private static final String EXPOSED = "Retry-After, Link";
    private static final String MAX_AGE_S = "600";

    /** Says to the browser what a page of the origin may do, if it is one of these. */
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
