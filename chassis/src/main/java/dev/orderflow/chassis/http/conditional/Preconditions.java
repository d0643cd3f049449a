package dev.orderflow.chassis.http.conditional;

import dev.orderflow.chassis.http.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The preconditions of a request: If-Match and If-None-Match. JAX-RS compares all tags strongly, so it never matches a
 * tag that a compressing proxy has made weak.
 *
 * @param ifMatch values of If-Match; empty without one
 * @param ifNoneMatch values of If-None-Match; empty without one
 */
public record Preconditions(List<String> ifMatch, List<String> ifNoneMatch) {

    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    private static final int WEAK = 1;
    private static final int OPAQUE = 2;

    /** Tags of older releases consist of the version only. */
    private static final Pattern VERSION = Pattern.compile("(0|[1-9]\\d{0,17})(\\.[a-z0-9.]+)?");

    public static Preconditions of(HttpHeaders headers) {
        return new Preconditions(fields(headers, HttpHeaders.IF_MATCH), fields(headers, HttpHeaders.IF_NONE_MATCH));
    }

    private static List<String> fields(HttpHeaders headers, String name) {
        return Objects.requireNonNullElse(headers.getRequestHeader(name), List.of());
    }

    /**
     * Answers a GET or HEAD, with 304 if the client already has this body.
     *
     * @throws ProblemException 412 if the current version does not match If-Match
     */
    public ResponseBuilder answer(VersionTag current, Supplier<Object> body) {
        if (!isAsNamed(current.version())) {
            throw failed();
        }
        return (isKnown(current) ? Response.notModified() : Response.ok(body.get())).tag(current.entityTag());
    }

    /** RFC 9110 compares If-None-Match weakly. The form must match, too, because another form is another body. */
    private boolean isKnown(VersionTag current) {
        return matches(ifNoneMatch, tag -> tag.group(OPAQUE).equals(current.toString()));
    }

    /**
     * Whether a change is allowed. Compares only the version of a tag, because a change applies to every form.
     *
     * @param version the current version; null if the resource does not exist
     */
    public boolean allow(@Nullable Long version) {
        return version == null
                ? ifMatch.isEmpty()
                : isAsNamed(version) && !matches(ifNoneMatch, tag -> isOf(version, tag));
    }

    /** RFC 9110 compares If-Match strongly. */
    private boolean isAsNamed(long version) {
        return ifMatch.isEmpty() || matches(ifMatch, tag -> tag.group(WEAK) == null && isOf(version, tag));
    }

    private static boolean isOf(long version, MatchResult tag) {
        var parts = VERSION.matcher(tag.group(OPAQUE));
        return parts.matches() && Long.parseLong(parts.group(1)) == version;
    }

    private static boolean matches(List<String> fields, Predicate<MatchResult> isMatch) {
        return fields.stream()
                .anyMatch(field -> field.strip().equals(ANY)
                        || TAG.matcher(field).results().anyMatch(isMatch));
    }

    public static ProblemException failed() {
        return new ProblemException(
                Status.PRECONDITION_FAILED,
                "precondition-failed",
                "The current version does not match If-Match or If-None-Match. GET the resource and send"
                        + " its current ETag.");
    }
}
