package dev.orderflow.chassis.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes blanks around the values of header fields. They are not part of a value (RFC 9110, 5.5), but Liberty keeps
 * trailing ones.
 */
final class TrimmedRequest extends HttpServletRequestWrapper {

    /**
     * Wraps every request. RESTEasy creates its proxies for the class of the first request, and they fail for any other
     * class.
     */
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

    /** Liberty builds the URL from Host and X-Forwarded-Proto. A requested URL has no blanks. */
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

    /** Not {@code strip()}: other white space belongs to the value. */
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
