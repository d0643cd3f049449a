package dev.orderflow.chassis.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response.Status;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Limits of a request, checked before its body is read. Liberty's own limits in http.xml are higher. */
public final class RequestLimits {

    /** Maximum size of a body. The largest valid order is smaller. */
    public static final int BODY_BYTES = 64 * 1024;

    static final int URI_BYTES = 8 * 1024;
    static final int FIELDS = 100;
    static final int FIELDS_BYTES = 16 * 1024;

    /** Characters that RFC 3986 forbids in a query, except brackets. RESTEasy may answer 500 to them. */
    private static final Pattern NO_QUERY =
            Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/?%\\[\\]-]|%(?![0-9A-Fa-f]{2})");

    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~-]+)(:\\d{1,5})?");

    /** A q-value that is not a number. RESTEasy answers 500 to it. */
    private static final Pattern BROKEN_WEIGHT =
            Pattern.compile(";\\s*+q\\s*+=(?!\\s*+(\\d++(\\.\\d*+)?|\\.\\d++)\\s*+([,;]|$))", Pattern.CASE_INSENSITIVE);

    /** A scheme by RFC 3986. RESTEasy builds URIs from X-Forwarded-Proto and fails on any other text. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");

    private RequestLimits() {}

    /** The status to reject a request with; null if it is within the limits. */
    public static @Nullable Status refusal(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        if (request.getRequestURI().length() + query.length() > URI_BYTES) {
            return Status.REQUEST_URI_TOO_LONG;
        }
        if (!fieldsFit(request)) {
            return Status.REQUEST_HEADER_FIELDS_TOO_LARGE;
        }
        if (request.getContentLengthLong() > BODY_BYTES) {
            return Status.REQUEST_ENTITY_TOO_LARGE;
        }
        return NO_QUERY.matcher(query).find()
                        || !hostIsSound(request)
                        || !schemeIsSound(request)
                        || weightIsBroken(request)
                ? Status.BAD_REQUEST
                : null;
    }

    private static boolean fieldsFit(HttpServletRequest request) {
        int count = 0;
        long bytes = 0;
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : fields(request, name)) {
                count++;
                bytes += name.length() + value.length();
            }
        }
        return count <= FIELDS && bytes <= FIELDS_BYTES;
    }

    private static boolean hostIsSound(HttpServletRequest request) {
        List<String> hosts = fields(request, "Host");
        return hosts.size() <= 1
                && hosts.stream().allMatch(host -> HOST.matcher(host).matches());
    }

    private static boolean schemeIsSound(HttpServletRequest request) {
        return fields(request, "X-Forwarded-Proto").stream()
                .allMatch(scheme -> SCHEME.matcher(scheme).matches());
    }

    private static boolean weightIsBroken(HttpServletRequest request) {
        return fields(request, "Accept").stream()
                .anyMatch(wishes -> BROKEN_WEIGHT.matcher(wishes).find());
    }

    private static List<String> fields(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
