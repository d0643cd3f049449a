package dev.orderflow.chassis.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/**
 * What a request says of where it comes from, in the header fields as they were sent. A web page cannot write any of
 * these itself, except X-Forwarded-Proto and the content type, and those only where the browser takes it for the
 * server's own page or has asked the server first.
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

    /** HTTP/2 has :authority in place of Host, which Liberty shows as the name and port of the server. */
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
