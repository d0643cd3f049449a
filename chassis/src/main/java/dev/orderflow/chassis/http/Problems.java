package dev.orderflow.chassis.http;

import dev.orderflow.chassis.http.Problem.FieldError;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;
import java.util.Locale;

/** Creates problems with the path and the trace id of the request. */
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

    /** Creates the generic problem of a status. */
    public static Problem of(StatusType status, HttpServletRequest request) {
        return of(status, type(status), detail(status), List.of(), request);
    }

    /** The path as the caller sent it, even on an error page. */
    static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
    }

    /** The method as the caller sent it: the container requests error pages with GET. */
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
            case BAD_REQUEST -> "The request is malformed: check its path, query, headers and body; see /openapi/ui.";
            case NOT_FOUND -> "No resource exists at this path. See /openapi/ui for all paths.";
            case METHOD_NOT_ALLOWED -> "The method is not allowed at this path; see the Allow header.";
            case NOT_ACCEPTABLE ->
                "This operation cannot produce any media type of the Accept header; see /openapi/ui.";
            case REQUEST_TIMEOUT -> "The body did not arrive in time. Retry, and send the whole body at once.";
            case REQUEST_ENTITY_TOO_LARGE ->
                "The body exceeds the maximum of %d bytes.".formatted(RequestLimits.BODY_BYTES);
            case REQUEST_URI_TOO_LONG ->
                "Path and query exceed the maximum of %d bytes.".formatted(RequestLimits.URI_BYTES);
            case UNSUPPORTED_MEDIA_TYPE ->
                "Send the body as Content-Type: application/json, in UTF-8. Content-Encoding may be gzip or deflate."
                        + " A request without a body needs no Content-Type.";
            case REQUEST_HEADER_FIELDS_TOO_LARGE ->
                "The header exceeds the maximum of %d fields or %d bytes."
                        .formatted(RequestLimits.FIELDS, RequestLimits.FIELDS_BYTES);
            case SERVICE_UNAVAILABLE ->
                "A dependency, such as the database, is unavailable or busy. Retry after Retry-After"
                        + " seconds, with the same Idempotency-Key if the request has one.";
            case INTERNAL_SERVER_ERROR -> "The request failed and was rolled back. Try again later.";
            case null, default -> status.getReasonPhrase();
        };
    }
}
