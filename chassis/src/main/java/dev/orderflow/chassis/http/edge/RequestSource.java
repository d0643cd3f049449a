package dev.orderflow.chassis.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/**
 * The origin of a request, as its header fields state it. A web page cannot set these fields, with two exceptions:
 * X-Forwarded-Proto and the content type. It can set them only in requests to its own server, or after a CORS
 * preflight.
 */
record RequestSource(
        String method,
        List<String> hosts,
        List<String> origins,
        List<String> fetchSites,
        List<String> forwardedProtocols,
        List<String> contentTypes,
        boolean hasBody) {

    static RequestSource of(HttpServletRequest request) {
        return new RequestSource(
                request.getMethod(),
                hosts(request),
                fields(request, "Origin"),
                fields(request, "Sec-Fetch-Site"),
                fields(request, "X-Forwarded-Proto"),
                fields(request, "Content-Type"),
                request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null);
    }

    /** HTTP/2 has :authority instead of Host. Liberty exposes it as the name and port of the server. */
    private static List<String> hosts(HttpServletRequest request) {
        List<String> hosts = fields(request, "Host");
        return hosts.isEmpty() && request.getProtocol().startsWith("HTTP/2")
                ? List.of(request.getServerName() + ":" + request.getServerPort())
                : hosts;
    }

    private static List<String> fields(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
