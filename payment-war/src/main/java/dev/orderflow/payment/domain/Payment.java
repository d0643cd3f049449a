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
 * The money side of one order: charged at most once, and given back if the order comes to nothing.
 *
 * <p>An intent is committed before the gateway hears of it, so that no charge can be forgotten. What the gateway did
 * not answer is asked again with the same key, the order id, which makes every repetition harmless. An order that is
 * abandoned before it was requested leaves a VOIDED tombstone; one that is abandoned while a charge may be under way is
 * voided at the gateway first, and refunded if the charge was quicker.
 */
@Entity
@Table(name = "payment")
public class Payment {

    /** Before any clock: the next worker that looks takes it. */
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

    /** A delay that the database adds to its clock when it stores the payment; null leaves the time unchanged. */
    @Transient
    private @Nullable Duration nextAttemptIn;

    @Transient
    private boolean changed;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Payment() {}

    /** The goods are reserved: from now on the order is to be charged. */
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
     * Whether an order that is over at that time was heard of only afterwards. So it is cancelled by now, and need not
     * be charged.
     */
    public boolean isReceivedAfter(Instant over) {
        return status == PaymentStatus.NEW && createdAt != null && createdAt.isAfter(over);
    }

    /** The order came to nothing: whatever was or will be charged goes back. */
    public Transition abandon(String why) {
        Transition transition = Transition.of(status, PaymentSignal.ABANDONED);
        follow(transition, why);
        return transition;
    }

    /** The outcome of the charge is open for too long: it is to be ruled out. */
    public void expire(String why) {
        follow(Transition.of(status, PaymentSignal.DEADLINE_PASSED), why);
    }

    /**
     * The gateway is said to have acted: it is asked at once. What it is said to have done is not believed, and a
     * charge that is under way counts as unanswered, so that the gateway is asked for it and not to charge.
     *
     * @return whether there is anything to ask for
     */
    public boolean wake() {
        follow(Transition.of(status, PaymentSignal.UNANSWERED), "a webhook came before the answer");
        if (status.isOpen() && !FIRST_IN_QUEUE.equals(nextAttemptAt)) {
            attemptIn(Duration.ZERO);
        }
        return status.isOpen();
    }

    /**
     * The gateway answered, or failed to.
     *
     * @param backOff how long to wait before the gateway is asked again, if it has to be
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
     * Claims the payment for the server that stores it, which asks the gateway after the commit. No other server claims
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
     * The gateway is asked by somebody else and later: in the trace of what made it necessary.
     *
     * @param newTraceParent in the form of W3C Trace Context; null when nothing is traced
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
     * In minor units of the currency; 0 of XXX, ISO 4217 for "no currency", when the order was abandoned before it was
     * requested.
     */
    public long amount() {
        return amount;
    }

    public String currency() {
        return currency;
    }

    /** Single-use reference to the customer's means of payment; nobody but the gateway is to see it. */
    public String token() {
        return token;
    }

    /** Why it failed, was voided or refunded, or why its outcome is unknown. */
    public @Nullable String reason() {
        return reason;
    }

    /** How often the gateway was asked for what the payment waits for. */
    public int attempts() {
        return attempts;
    }

    /**
     * The earliest time of the next attempt, from when the payment is stored. Zero means before all that wait; null
     * leaves the time unchanged.
     */
    public @Nullable Duration nextAttemptIn() {
        return nextAttemptIn;
    }

    /** Of what the gateway is asked for, in the form of W3C Trace Context. */
    public @Nullable String traceParent() {
        return traceParent;
    }

    /** Whether it was changed since it was read. */
    public boolean isChanged() {
        return changed;
    }

    /** As it was read. */
    public int version() {
        return version;
    }

    /** When it was first heard of; null until it is read back from the database, whose clock it is. */
    public @Nullable Instant createdAt() {
        return createdAt;
    }
}
