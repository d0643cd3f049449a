package dev.orderflow.audit.sources;

/**
 * The audit cannot say anything: it was asked wrongly, or what it must read cannot be read. The message tells what to
 * do.
 */
public class AuditFailure extends RuntimeException {

    public AuditFailure(String message) {
        super(message);
    }

    public AuditFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
