package dev.orderflow.systemtests.simulation.database;

/** Something happened that must never happen. */
public final class InvariantViolation extends RuntimeException {

    public InvariantViolation(String what) {
        super(what);
    }
}
