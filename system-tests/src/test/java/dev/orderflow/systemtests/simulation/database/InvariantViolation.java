package dev.orderflow.systemtests.simulation.database;

/** An invariant was broken. */
public final class InvariantViolation extends RuntimeException {

    public InvariantViolation(String what) {
        super(what);
    }
}
