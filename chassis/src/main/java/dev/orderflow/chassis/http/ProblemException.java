package dev.orderflow.chassis.http;

import dev.orderflow.chassis.http.Problem.FieldError;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown by a REST resource to answer with a problem. */
public class ProblemException extends RuntimeException {

    /** 422: the request can be read, but what it asks for is not possible. */
    public static final StatusType UNPROCESSABLE_CONTENT =
            Response.status(422, "Unprocessable Content").build().getStatusInfo();

    private final transient StatusType status;
    private final String type;
    private final String detail;
    private final transient List<FieldError> errors;
    private @Nullable Integer retryAfterSeconds;

    /**
     * @param type last part of the problem type's URI, in kebab case, such as {@code unknown-sku}
     * @param detail what went wrong and what to do, for the caller to read
     */
    public ProblemException(StatusType status, String type, String detail, FieldError... errors) {
        super(detail);
        this.status = status;
        this.type = type;
        this.detail = detail;
        this.errors = List.of(errors);
    }

    /** One rule is broken that no annotation can state: told as those are. */
    public static ProblemException invalid(String field, String rule) {
        return invalid(new FieldError(field, rule));
    }

    /** Several such rules are. */
    public static ProblemException invalid(FieldError... errors) {
        return new ProblemException(
                Response.Status.BAD_REQUEST,
                "invalid-request",
                "The request breaks %d rule(s); see errors.".formatted(errors.length),
                errors);
    }

    /** A problem with a cause that the caller is not told. */
    public ProblemException(StatusType status, String type, String detail, Throwable cause, FieldError... errors) {
        super(detail, cause);
        this.status = status;
        this.type = type;
        this.detail = detail;
        this.errors = List.of(errors);
    }

    /** Tells the caller in how many seconds to send the same request again. */
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

    /** In how many seconds the same request may succeed; null when it never will. */
    @Nullable
    Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
