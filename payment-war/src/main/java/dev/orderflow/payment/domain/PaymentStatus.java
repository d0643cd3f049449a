package dev.orderflow.payment.domain;

import static dev.orderflow.payment.domain.EntryKind.AUTHORISE;
import static dev.orderflow.payment.domain.EntryKind.CAPTURE;
import static dev.orderflow.payment.domain.EntryKind.REFUND;
import static dev.orderflow.payment.domain.EntryKind.VOID;

import java.util.List;

/**
 * Where a payment stands. Each open status waits for exactly one thing that the gateway is asked for, again and again with
 * the same key, until it answers definitely.
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

    /** The whole state machine: every status answers every signal, so nothing late, repeated or reordered is an error. */
    public Transition on(Signal signal) {
        return switch (this) {
            case NEW -> onNew(signal);
            case PENDING, UNKNOWN -> whileCharging(signal);
            case EXPIRING -> whileExpiring(signal);
            case COMPLETED -> signal == Signal.ABANDONED ? to(REFUNDING) : stay();
            case VOIDING -> whileVoiding(signal);
            case REFUNDING -> signal == Signal.REFUNDED ? to(REFUNDED, REFUND) : stay();
            // The gateway ruled a charge out and has the money all the same: it must not keep it.
            case FAILED, VOIDED -> signal == Signal.CAPTURED ? to(REFUNDING, AUTHORISE, CAPTURE) : stay();
            case REFUNDED -> stay();
        };
    }

    private Transition onNew(Signal signal) {
        return switch (signal) {
            case REQUESTED -> to(PENDING);
            case ABANDONED -> to(VOIDED);
            case CAPTURED, DECLINED, VOIDED, REFUNDED, UNANSWERED, DEADLINE_PASSED -> stay();
        };
    }

    private Transition whileCharging(Signal signal) {
        return switch (signal) {
            case REQUESTED -> stay();
            case ABANDONED -> to(VOIDING);
            case CAPTURED -> to(COMPLETED, AUTHORISE, CAPTURE);
            case DECLINED -> to(FAILED);
            // Somebody voided or refunded it at the gateway itself: the order is not paid.
            case VOIDED -> to(FAILED, VOID);
            case REFUNDED -> to(PaymentStatus.REFUNDED, AUTHORISE, CAPTURE, REFUND);
            case UNANSWERED -> to(UNKNOWN);
            case DEADLINE_PASSED -> to(EXPIRING);
        };
    }

    /** As while charging, but for what leads back there: the charge was quicker, or it will never be. */
    private Transition whileExpiring(Signal signal) {
        return switch (signal) {
            case UNANSWERED, DEADLINE_PASSED -> stay();
            case REQUESTED, ABANDONED, CAPTURED, DECLINED, VOIDED, REFUNDED -> whileCharging(signal);
        };
    }

    private Transition whileVoiding(Signal signal) {
        return switch (signal) {
            case CAPTURED -> to(REFUNDING, AUTHORISE, CAPTURE);
            case DECLINED -> to(PaymentStatus.VOIDED);
            case VOIDED -> to(PaymentStatus.VOIDED, VOID);
            case REFUNDED -> to(PaymentStatus.REFUNDED, AUTHORISE, CAPTURE, REFUND);
            case REQUESTED, ABANDONED, UNANSWERED, DEADLINE_PASSED -> stay();
        };
    }

    private Transition to(PaymentStatus next, EntryKind... entries) {
        return new Transition(this, next, List.of(entries));
    }

    private Transition stay() {
        return to(this);
    }
}
