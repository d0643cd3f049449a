package dev.orderflow.chassis.http;

import dev.orderflow.chassis.http.Problem.FieldError;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown by a REST resource to answer with a problem. */
public class ProblemException extends RuntimeException {

    /** 422: the request is well-formed, but it cannot be carried out. */
    public static final StatusType UNPROCESSABLE_CONTENT =
            Response.status(422, "Unprocessable Content").build().getStatusInfo();

    private final transient StatusType status;
    private final String type;
    private final String detail;
    private final transient List<FieldError> errors;
    private @Nullable Integer retryAfterSeconds;

    /**
     * @param type last part of the problem type's URI, in kebab case, such as {@code unknown-sku}
     * @param detail what went wrong and what to do, for the caller
     */
    public ProblemException(StatusType status, String type, String detail, FieldError... errors) {
        super(detail);
        this.status = status;
        this.type = type;
        this.detail = detail;
        this.errors = List.of(errors);
    }

    /** Reports a broken rule that no annotation can express. The response looks like that of a violated annotation. */
    public static ProblemException invalid(String field, String rule) {
        return invalid(new FieldError(field, rule));
    }

    /** Reports several broken rules, one entry each. */
    public static ProblemException invalid(FieldError... errors) {
        return new ProblemException(
                Response.Status.BAD_REQUEST,
                "invalid-request",
                "The request breaks %d rule(s); see errors.".formatted(errors.length),
                errors);
    }

    /** Creates a problem with a cause that is logged but not sent to the caller. */
    public ProblemException(StatusType status, String type, String detail, Throwable cause, FieldError... errors) {
        super(detail, cause);
        this.status = status;
        this.type = type;
        this.detail = detail;
        this.errors = List.of(errors);
    }

    /** Adds the Retry-After header: the same request may succeed after this many seconds. */
    public ProblemException retryAfter(int seconds) {
        retryAfterSeconds = seconds;
        return this;
    }

    public StatusType status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Value of Retry-After, in seconds; null without one. */
    @Nullable
    Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
