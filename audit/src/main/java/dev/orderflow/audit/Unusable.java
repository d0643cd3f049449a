package dev.orderflow.audit;

/** The audit cannot say anything: it was asked wrongly, or what it must read cannot be read. The message tells what to do. */
public class Unusable extends RuntimeException {

    Unusable(String message) {
        super(message);
    }

    Unusable(String message, Throwable cause) {
        super(message, cause);
    }
}
