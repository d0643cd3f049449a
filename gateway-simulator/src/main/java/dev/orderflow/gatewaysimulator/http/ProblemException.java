package dev.orderflow.gatewaysimulator.http;

import io.helidon.http.Status;
import java.util.List;
import java.util.Locale;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    /** Most transient problems end within this time. */
    private static final int RETRY_AFTER_S = 2;

    private final transient Status status;
    private final String type;
    private final String detail;
    private final transient List<FieldError> errors;

    /**
     * @param type last part of the problem type's URI in kebab case, such as {@code unknown-charge}
     * @param detail what is wrong and what to do, for the caller to read
     */
    public ProblemException(Status status, String type, String detail) {
        this(status, type, detail, List.of());
    }

    private ProblemException(Status status, String type, String detail, List<FieldError> errors) {
        super(detail, null, false, false); // no stack trace: it is an answer
        this.status = status;
        this.type = type;
        this.detail = detail;
        this.errors = errors;
    }

    public static ProblemException notFound(String type, String detail) {
        return new ProblemException(Status.NOT_FOUND_404, type, detail);
    }

    static ProblemException badRequest(String type, String detail) {
        return new ProblemException(Status.BAD_REQUEST_400, type, detail);
    }

    /** The input is invalid. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(
                Status.BAD_REQUEST_400,
                "invalid-request",
                "The request breaks %d rule(s); see errors.".formatted(errors.size()),
                List.copyOf(errors));
    }

    /** Returns the generic problem of a status. */
    static ProblemException of(Status status) {
        return new ProblemException(status, type(status), detail(status));
    }

    private static String type(Status status) {
        return status.reasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String detail(Status status) {
        return switch (status.code()) {
            case 400 -> "The request is malformed: check its path, query, headers and body; see /openapi.";
            case 404 -> "No resource exists at this path. See /openapi for all paths.";
            case 405 -> "The method is not allowed at this path; see the Allow header.";
            case 413 -> "The body exceeds the maximum of %d bytes.".formatted(RequestLimits.BODY_BYTES);
            case 414 -> "Path and query exceed the maximum of %d bytes.".formatted(RequestLimits.URI_BYTES);
            case 415 ->
                "Send the body as Content-Type: application/json, in UTF-8."
                        + " A request without a body needs no Content-Type.";
            case 431 ->
                "The header exceeds the maximum of %d fields or %d bytes."
                        .formatted(RequestLimits.FIELDS, RequestLimits.FIELDS_BYTES);
            case 503 ->
                "The gateway's database is unavailable or busy. Retry after Retry-After seconds, with the same"
                        + " Idempotency-Key where it has one.";
            case 500 -> "The request failed and was rolled back. Try again later.";
            default -> status.reasonPhrase();
        };
    }

    Status status() {
        return status;
    }

    /** Returns whether the same request may succeed later. */
    boolean isTransient() {
        return status.code() == Status.SERVICE_UNAVAILABLE_503.code() && type.equals(type(status));
    }

    int retryAfterSeconds() {
        return RETRY_AFTER_S;
    }

    Problem problem(String path, String traceId) {
        return new Problem(
                "/problems/" + type,
                status.reasonPhrase(),
                status.code(),
                detail,
                path,
                traceId,
                errors.isEmpty() ? null : errors);
    }
}
