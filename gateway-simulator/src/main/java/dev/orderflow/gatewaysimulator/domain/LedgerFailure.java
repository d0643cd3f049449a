package dev.orderflow.gatewaysimulator.domain;

/** The books cannot be read or written. */
public final class LedgerFailure extends RuntimeException {

    private final boolean isPassing;

    /**
     * Tells why.
     *
     * @param isPassing whether the same request may succeed later
     */
    public LedgerFailure(boolean isPassing, Throwable cause) {
        super("The simulated gateway's database failed", cause);
        this.isPassing = isPassing;
    }

    public boolean isPassing() {
        return isPassing;
    }
}
