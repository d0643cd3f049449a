package dev.orderflow.chassis.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes the blanks around the values of header fields. They are no part of a value (RFC 9110, 5.5), but Liberty keeps
 * those at the end.
 */
final class TrimmedRequest extends HttpServletRequestWrapper {

    /** For every request: RESTEasy makes its proxies of the first one's class, and they fail at another's. */
    TrimmedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return trimmed(super.getHeader(name));
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        List<String> values = Collections.list(super.getHeaders(name));
        return Collections.enumeration(
                values.stream().map(TrimmedRequest::withoutBlanks).toList());
    }

    /** Liberty makes the URL of Host and X-Forwarded-Proto; what was asked for by it has no blanks. */
    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(super.getRequestURL().toString().replaceAll("[ \t]", ""));
    }

    @Override
    public String getServerName() {
        return withoutBlanks(super.getServerName());
    }

    @Override
    public String getScheme() {
        return withoutBlanks(super.getScheme());
    }

    @Override
    public @Nullable String getContentType() {
        return trimmed(super.getContentType());
    }

    private static @Nullable String trimmed(@Nullable String value) {
        return value == null ? null : withoutBlanks(value);
    }

    /** Not {@code strip()}: other kinds of white space belong to the value. */
    private static String withoutBlanks(String value) {
        int begin = 0;
        int end = value.length();
        while (begin < end && isBlank(value.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(begin, end);
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}
