package dev.orderflow.payment.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate root of the payment service: the payment of one order, charged at most once and refunded if the order
 * fails.
 *
 * <p><b>Life cycle.</b> NEW until the goods are reserved or the order ends. PENDING is the stored intent to charge.
 * COMPLETED and FAILED are the gateway's answers. UNKNOWN means that the answer is missing, and the gateway is queried
 * until it is definite. A cancelled order leads to VOIDED, or to REFUNDED if the charge was faster. A cancellation that
 * arrives first leaves a VOIDED tombstone.
 *
 * <p><b>Synchronous.</b> Each transition changes the payment, the ledger and the outbox in one local transaction. The
 * intent is committed before the gateway is called, so no charge can be forgotten.
 *
 * <p><b>Asynchronous.</b> The gateway is called outside of any transaction, because it can be slow or down. The order
 * id is the idempotency key, so every call can be repeated. {@link Transition} defines the effect of every signal in
 * every status.
 */
@Entity
@Table(name = "payment")
public class Payment {

    /** Before any clock time, so the next worker claims it first. */
    private static final Instant FIRST_IN_QUEUE = Instant.EPOCH;

    @Id
    @Column(name = "order_id")
    private UUID orderId;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    private long amount;

    private String currency;

    private String token;

    private @Nullable String reason;

    private int attempts;

    @Column(name = "next_attempt_at", insertable = false, updatable = false)
    private @Nullable Instant nextAttemptAt;

    @Column(name = "trace_parent")
    private @Nullable String traceParent;

    @Column(name = "created_at", insertable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Version
    private int version;

    /** Delay that the database adds to its clock when it stores the payment; null leaves the time unchanged. */
    @Transient
    private @Nullable Duration nextAttemptIn;

    @Transient
    private boolean changed;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Payment() {}

    /** Requests the charge, because the goods are reserved. */
    public Transition request(long amount, String currency, String token) {
        Transition transition = Transition.of(status, PaymentSignal.REQUESTED);
        if (transition.changes()) {
            this.amount = amount;
            this.currency = currency;
            this.token = token;
            follow(transition, null);
        }
        return transition;
    }

    /**
     * Returns whether the first event of the order arrived after this time. Then the order is cancelled and must not be
     * charged.
     */
    public boolean isReceivedAfter(Instant over) {
        return status == PaymentStatus.NEW && createdAt != null && createdAt.isAfter(over);
    }

    /** Abandons the payment of an order that failed: a charge is voided or refunded. */
    public Transition abandon(String why) {
        Transition transition = Transition.of(status, PaymentSignal.ABANDONED);
        follow(transition, why);
        return transition;
    }

    /** Gives up a charge without a definite answer: the gateway is asked to void it. */
    public void expire(String why) {
        follow(Transition.of(status, PaymentSignal.DEADLINE_PASSED), why);
    }

    /**
     * Makes the payment due at once, because a webhook arrived. The content of the webhook is not trusted. A charge in
     * progress counts as unanswered, so the gateway is queried and not asked to charge again.
     *
     * @return whether the payment is open
     */
    public boolean wake() {
        follow(Transition.of(status, PaymentSignal.UNANSWERED), "a webhook came before the answer");
        if (status.isOpen() && !FIRST_IN_QUEUE.equals(nextAttemptAt)) {
            attemptIn(Duration.ZERO);
        }
        return status.isOpen();
    }

    /**
     * Applies an answer of the gateway.
     *
     * @param backOff delay before the next attempt, if one is needed
     */
    public Transition settle(GatewayAnswer answer, Duration backOff) {
        Transition transition = Transition.of(status, answer.signal());
        follow(transition, answer.masking(token).reason());
        if (answer.signal() == PaymentSignal.UNANSWERED && status.isOpen()) {
            attemptIn(backOff);
        }
        return transition;
    }

    /**
     * Claims the payment for the server that stores it and calls the gateway after the commit. No other server claims
     * it before the lease ends.
     */
    public PaymentClaim lease(Duration lease) {
        attempts++;
        attemptIn(lease);
        return new PaymentClaim(orderId, status, amount, currency, token, traceParent);
    }

    private void attemptIn(Duration delay) {
        nextAttemptIn = delay;
        changed = true;
    }

    private void follow(Transition transition, @Nullable String why) {
        if (!transition.changes()) {
            return;
        }
        changed = true;
        status = transition.to();
        reason = status == PaymentStatus.COMPLETED ? null : why == null ? reason : why;
        if (status == PaymentStatus.REFUNDING || status == PaymentStatus.EXPIRING) {
            attempts = 0;
            attemptIn(Duration.ZERO);
        }
    }

    /**
     * Sets the trace in which a worker calls the gateway later.
     *
     * @param newTraceParent in the form of W3C Trace Context; null if nothing is traced
     */
    public void continueTrace(@Nullable String newTraceParent) {
        traceParent = newTraceParent;
        changed = true;
    }

    public PaymentEntry entry(EntryKind kind) {
        return new PaymentEntry(orderId, kind, amount);
    }

    public UUID orderId() {
        return orderId;
    }

    public PaymentStatus status() {
        return status;
    }

    /**
     * Returns the amount in minor units of the currency. If the order was abandoned before it was requested, it is 0
     * and the currency is XXX, ISO 4217 for "no currency".
     */
    public long amount() {
        return amount;
    }

    public String currency() {
        return currency;
    }

    /** Returns the single-use reference to the customer's means of payment, which only the gateway may see. */
    public String token() {
        return token;
    }

    /** Returns why the payment failed, was voided or refunded, or why its outcome is unknown. */
    public @Nullable String reason() {
        return reason;
    }

    /** Returns the number of attempts in the current status. */
    public int attempts() {
        return attempts;
    }

    /**
     * Returns the delay until the next attempt, from the time when the payment is stored. Zero makes it the first of
     * all due payments. Null leaves the time unchanged.
     */
    public @Nullable Duration nextAttemptIn() {
        return nextAttemptIn;
    }

    /** Returns the trace context of the next call, in the form of W3C Trace Context. */
    public @Nullable String traceParent() {
        return traceParent;
    }

    /** Returns whether the payment was changed since it was read. */
    public boolean isChanged() {
        return changed;
    }

    /** Returns the version that was read. */
    public int version() {
        return version;
    }

    /** Returns the time of the order's first event by the database's clock; null until it is read back. */
    public @Nullable Instant createdAt() {
        return createdAt;
    }
}
