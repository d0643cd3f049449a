package dev.orderflow.events;

/** A value that the contract requires is missing or invalid. The message names the value but quotes no data. */
public final class ContractViolation extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public ContractViolation(String message) {
        super(message);
    }
}
