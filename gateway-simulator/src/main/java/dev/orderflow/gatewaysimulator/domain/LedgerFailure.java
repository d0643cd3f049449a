package dev.orderflow.gatewaysimulator.domain;

/** The ledger cannot be read or written. */
public final class LedgerFailure extends RuntimeException {

    private final boolean isTransient;

    /**
     * Creates a failure.
     *
     * @param isTransient whether the same request may succeed later
     */
    public LedgerFailure(boolean isTransient, Throwable cause) {
        super("The simulated gateway's database failed", cause);
        this.isTransient = isTransient;
    }

    public boolean isTransient() {
        return isTransient;
    }
}
