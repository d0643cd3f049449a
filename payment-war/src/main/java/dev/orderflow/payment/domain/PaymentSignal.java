package dev.orderflow.payment.domain;

/** What can happen to a payment. */
public enum PaymentSignal {
    /** The goods are reserved: charge the order. */
    REQUESTED,
    /** The order failed: the customer must not pay. */
    ABANDONED,
    /** The gateway has captured the money. */
    CAPTURED,
    /** The gateway declined the charge permanently. */
    DECLINED,
    /** The gateway will never charge this order. */
    VOIDED,
    /** The gateway has refunded the money. */
    REFUNDED,
    /** No definite answer: the gateway may have acted or not. */
    UNANSWERED,
    /** There was no definite answer for too long. */
    DEADLINE_PASSED
}
