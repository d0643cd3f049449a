package dev.orderflow.systemtests.simulation;

/** Something happened that must never happen. */
final class Violation extends RuntimeException {

    Violation(String what) {
        super(what);
    }
}
