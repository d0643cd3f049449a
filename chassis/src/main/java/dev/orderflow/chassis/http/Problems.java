package dev.orderflow.chassis.http;

import dev.orderflow.chassis.http.Problem.FieldError;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;
import java.util.Locale;

/** Completes problems with what they all carry: where, and under which trace. */
public final class Problems {

    private Problems() {}

    public static Problem of(
            StatusType status, String type, String detail, List<FieldError> errors, HttpServletRequest request) {
        return new Problem(
                "/problems/" + type,
                status.getReasonPhrase(),
                status.getStatusCode(),
                detail,
                path(request),
                TraceId.of(request),
                errors.isEmpty() ? null : errors);
    }

    /** The problem of which nothing is known but its status. */
    public static Problem of(StatusType status, HttpServletRequest request) {
        return of(status, type(status), detail(status), List.of(), request);
    }

    /** As the caller sent it, also while an error page is made. */
    static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
    }

    /** As the caller sent it: an error page is got, whatever failed. */
    public static String method(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String original
                ? original
                : request.getMethod();
    }

    static String type(StatusType status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    static String detail(StatusType status) {
        return switch (Status.fromStatusCode(status.getStatusCode())) {
            case BAD_REQUEST ->
                "The request cannot be read: its path, query, header or body is malformed; see /openapi/ui.";
            case NOT_FOUND -> "Nothing is known under this path. The paths are listed in /openapi/ui.";
            case METHOD_NOT_ALLOWED -> "This path does not know the method; the Allow header lists those it knows.";
            case NOT_ACCEPTABLE -> "The Accept header excludes what this operation answers with; see /openapi/ui.";
            case REQUEST_TIMEOUT ->
                "The body did not arrive in time. Send the request again, with its whole body at once.";
            case REQUEST_ENTITY_TOO_LARGE ->
                "A body has at most %d bytes. Send less.".formatted(RequestLimits.BODY_BYTES);
            case REQUEST_URI_TOO_LONG ->
                "Path and query have at most %d bytes. Send less.".formatted(RequestLimits.URI_BYTES);
            case UNSUPPORTED_MEDIA_TYPE ->
                "Send the body as Content-Type: application/json, in UTF-8."
                        + " Content-Encoding may be gzip or deflate."
                        + " A request without a body needs no Content-Type.";
            case REQUEST_HEADER_FIELDS_TOO_LARGE ->
                "A request has at most %d header fields of %d bytes together. Send less."
                        .formatted(RequestLimits.FIELDS, RequestLimits.FIELDS_BYTES);
            case SERVICE_UNAVAILABLE ->
                "Something that this request needs, such as the database, is away or busy. Repeat the request after Retry-After seconds,"
                        + " with the same Idempotency-Key where it has one.";
            case INTERNAL_SERVER_ERROR -> "The request failed and was rolled back. Try again later.";
            case null, default -> status.getReasonPhrase();
        };
    }
}
