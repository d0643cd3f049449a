package dev.orderflow.payment.domain;

/**
 * The status of a payment. Each open status requires one call to the gateway, which is repeated with the same key until
 * the answer is definite.
 */
public enum PaymentStatus {
    /** No event has been applied yet. Never stored. */
    NEW,
    /** Open: the order must be charged. */
    PENDING,
    /** Open: the charge was not answered, and its result must be queried. */
    UNKNOWN,
    /** Open: there was no definite answer for too long, and the charge must be voided. */
    EXPIRING,
    /** Charged. */
    COMPLETED,
    /** Declined: nothing was charged and nothing will be. */
    FAILED,
    /** Open: the order was abandoned during a possible charge, which must be voided. */
    VOIDING,
    /** Abandoned and never charged, even if the reservation arrives later. */
    VOIDED,
    /** Open: charged for an abandoned order, and must be refunded. */
    REFUNDING,
    /** Charged and refunded in full. */
    REFUNDED;

    /** Returns whether another call to the gateway is required. */
    public boolean isOpen() {
        return switch (this) {
            case PENDING, UNKNOWN, EXPIRING, VOIDING, REFUNDING -> true;
            case NEW, COMPLETED, FAILED, VOIDED, REFUNDED -> false;
        };
    }
}
