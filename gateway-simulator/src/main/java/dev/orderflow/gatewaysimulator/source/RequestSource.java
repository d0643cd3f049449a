package dev.orderflow.gatewaysimulator.source;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/**
 * The source of a request, from its header fields as received. A web page cannot set them, except X-Forwarded-Proto and
 * the content type, and those only if it has the server's own origin or passed a preflight.
 */
public record RequestSource(
        String method,
        List<String> hosts,
        List<String> origins,
        List<String> fetchSites,
        List<String> forwardedProtocols,
        List<String> contentTypes,
        boolean hasBody) {

    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

    public static RequestSource of(ServerRequest request) {
        return new RequestSource(
                request.prologue().method().text(),
                fields(request, HeaderNames.HOST),
                fields(request, HeaderNames.ORIGIN),
                fields(request, FETCH_SITE),
                fields(request, HeaderNames.X_FORWARDED_PROTO),
                fields(request, HeaderNames.CONTENT_TYPE),
                request.headers().contentLength().orElse(0) > 0
                        || request.headers().contains(HeaderNames.TRANSFER_ENCODING));
    }

    /** Returns each field as received, not split at commas. */
    private static List<String> fields(ServerRequest request, HeaderName name) {
        return request.headers().all(name, List::of);
    }
}
