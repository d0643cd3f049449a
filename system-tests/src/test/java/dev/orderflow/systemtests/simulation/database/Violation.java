package dev.orderflow.systemtests.simulation.database;

/** Something happened that must never happen. */
public final class Violation extends RuntimeException {

    public Violation(String what) {
        super(what);
    }
}
