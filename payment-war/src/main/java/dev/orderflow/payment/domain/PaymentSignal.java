package dev.orderflow.payment.domain;

/** Whatever can happen to a payment. */
public enum PaymentSignal {
    /** The goods are reserved: the order is to be charged. */
    REQUESTED,
    /** The order came to nothing: its customer is to have paid nothing in the end. */
    ABANDONED,
    /** The gateway has the money. */
    CAPTURED,
    /** The gateway said no, for good. */
    DECLINED,
    /** The gateway will never charge this order. */
    VOIDED,
    /** The gateway gave the money back. */
    REFUNDED,
    /** No answer, or none that tells: the gateway may have acted or not. */
    UNANSWERED,
    /** The gateway has given no definite answer for too long. */
    DEADLINE_PASSED
}
