package dev.orderflow.events;

/**
 * What was to become an event lacks something that the contract requires. The message names it, and quotes no text of
 * it.
 */
public final class ContractViolation extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public ContractViolation(String message) {
        super(message);
    }
}
