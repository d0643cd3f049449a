package dev.orderflow.audit.sources;

/** The audit cannot run: its arguments are wrong, or something cannot be read. The message says what to do. */
public class AuditFailure extends RuntimeException {

    public AuditFailure(String message) {
        super(message);
    }

    public AuditFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
