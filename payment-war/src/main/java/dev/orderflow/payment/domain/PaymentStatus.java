package dev.orderflow.payment.domain;

/**
 * Where a payment stands. Each open status waits for exactly one thing that the gateway is asked for, again and again
 * with the same key, until it answers definitely.
 */
public enum PaymentStatus {
    /** Nothing is known yet; never stored. */
    NEW,
    /** Open: the gateway is to charge. */
    PENDING,
    /** Open: the gateway was asked to charge and did not answer; it is to say what it did. */
    UNKNOWN,
    /** Open: nothing definite was heard of the charge for too long; the gateway is to rule it out. */
    EXPIRING,
    /** Charged. */
    COMPLETED,
    /** Declined: nothing was charged and nothing will be. */
    FAILED,
    /** Open: the order was abandoned while a charge may have been under way; the gateway is to rule it out. */
    VOIDING,
    /** The order was abandoned and is never charged, even if its reservation is heard of later. */
    VOIDED,
    /** Open: charged for an order that came to nothing; the gateway is to give the money back. */
    REFUNDING,
    /** Charged, and given back in full. */
    REFUNDED;

    /** Whether the gateway still has to be asked for something. */
    public boolean isOpen() {
        return switch (this) {
            case PENDING, UNKNOWN, EXPIRING, VOIDING, REFUNDING -> true;
            case NEW, COMPLETED, FAILED, VOIDED, REFUNDED -> false;
        };
    }
}
