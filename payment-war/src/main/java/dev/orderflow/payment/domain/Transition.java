package dev.orderflow.payment.domain;

import static dev.orderflow.payment.domain.EntryKind.AUTHORISE;
import static dev.orderflow.payment.domain.EntryKind.CAPTURE;
import static dev.orderflow.payment.domain.EntryKind.REFUND;
import static dev.orderflow.payment.domain.EntryKind.VOID;
import static dev.orderflow.payment.domain.PaymentStatus.COMPLETED;
import static dev.orderflow.payment.domain.PaymentStatus.EXPIRING;
import static dev.orderflow.payment.domain.PaymentStatus.FAILED;
import static dev.orderflow.payment.domain.PaymentStatus.PENDING;
import static dev.orderflow.payment.domain.PaymentStatus.REFUNDED;
import static dev.orderflow.payment.domain.PaymentStatus.REFUNDING;
import static dev.orderflow.payment.domain.PaymentStatus.UNKNOWN;
import static dev.orderflow.payment.domain.PaymentStatus.VOIDED;
import static dev.orderflow.payment.domain.PaymentStatus.VOIDING;

import java.util.List;

/**
 * A transition of the payment's state machine.
 *
 * @param entries to append to the ledger
 */
public record Transition(PaymentStatus from, PaymentStatus to, List<EntryKind> entries) {

    private Transition(PaymentStatus from, PaymentStatus to, EntryKind... entries) {
        this(from, to, List.of(entries));
    }

    /**
     * The complete state machine: pure and total. Every status answers every signal, so a late, repeated or reordered
     * signal is never an error.
     */
    public static Transition of(PaymentStatus status, PaymentSignal signal) {
        return switch (status) {
            case NEW -> ofNew(status, signal);
            case PENDING, UNKNOWN -> whileCharging(status, signal);
            case EXPIRING -> whileExpiring(status, signal);
            case COMPLETED -> signal == PaymentSignal.ABANDONED ? new Transition(status, REFUNDING) : stay(status);
            case VOIDING -> whileVoiding(status, signal);
            case REFUNDING ->
                signal == PaymentSignal.REFUNDED ? new Transition(status, REFUNDED, REFUND) : stay(status);
            // The gateway voided or declined the charge and has captured the money all the same: refund it.
            case FAILED, VOIDED ->
                signal == PaymentSignal.CAPTURED ? new Transition(status, REFUNDING, AUTHORISE, CAPTURE) : stay(status);
            case REFUNDED -> stay(status);
        };
    }

    private static Transition ofNew(PaymentStatus status, PaymentSignal signal) {
        return switch (signal) {
            case REQUESTED -> new Transition(status, PENDING);
            case ABANDONED -> new Transition(status, VOIDED);
            case CAPTURED, DECLINED, VOIDED, REFUNDED, UNANSWERED, DEADLINE_PASSED -> stay(status);
        };
    }

    private static Transition whileCharging(PaymentStatus status, PaymentSignal signal) {
        return switch (signal) {
            case REQUESTED -> stay(status);
            case ABANDONED -> new Transition(status, VOIDING);
            case CAPTURED -> new Transition(status, COMPLETED, AUTHORISE, CAPTURE);
            case DECLINED -> new Transition(status, FAILED);
            // The charge was voided or refunded at the gateway directly: the order is not paid.
            case VOIDED -> new Transition(status, FAILED, VOID);
            case REFUNDED -> new Transition(status, REFUNDED, AUTHORISE, CAPTURE, REFUND);
            case UNANSWERED -> new Transition(status, UNKNOWN);
            case DEADLINE_PASSED -> new Transition(status, EXPIRING);
        };
    }

    /** As while charging, except for signals that would lead back to charging. */
    private static Transition whileExpiring(PaymentStatus status, PaymentSignal signal) {
        return switch (signal) {
            case UNANSWERED, DEADLINE_PASSED -> stay(status);
            case REQUESTED, ABANDONED, CAPTURED, DECLINED, VOIDED, REFUNDED -> whileCharging(status, signal);
        };
    }

    private static Transition whileVoiding(PaymentStatus status, PaymentSignal signal) {
        return switch (signal) {
            case CAPTURED -> new Transition(status, REFUNDING, AUTHORISE, CAPTURE);
            case DECLINED -> new Transition(status, VOIDED);
            case VOIDED -> new Transition(status, VOIDED, VOID);
            case REFUNDED -> new Transition(status, REFUNDED, AUTHORISE, CAPTURE, REFUND);
            case REQUESTED, ABANDONED, UNANSWERED, DEADLINE_PASSED -> stay(status);
        };
    }

    private static Transition stay(PaymentStatus status) {
        return new Transition(status, status);
    }

    /** Returns false for a signal that is late, repeated or irrelevant in this status. */
    public boolean changes() {
        return from != to;
    }
}
