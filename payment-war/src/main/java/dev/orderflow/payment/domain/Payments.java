package dev.orderflow.payment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All payments and the ledger. Changes are stored by {@link #update} alone. */
public interface Payments {

    /**
     * Locks and loads the payments of the orders until the transaction ends, all in one go and always in the same
     * sequence. An order that has none gets a NEW one, so that two channels that hear of it at once wait for each
     * other.
     */
    void open(Collection<UUID> orderIds);

    /**
     * Locks and loads payments that exist, as {@link #open} does, and returns them. What is not among them is not
     * locked, even if {@link #find} finds it a moment later.
     */
    List<Payment> lock(Collection<UUID> orderIds);

    /**
     * Locks payments that have been PENDING or UNKNOWN for longer than the age by the database clock; the oldest
     * first. Skips what others have locked.
     */
    List<Payment> lockOverdue(Duration age, int limit);

    /** A payment that this transaction has opened or locked. */
    Payment get(UUID orderId);

    /**
     * Writes a payment that this transaction has locked, if it has changed: before the commit, in one statement with
     * all others.
     */
    void update(Payment payment);

    Optional<Payment> find(UUID orderId);

    /** The ledger of an order, in the sequence in which it was written. */
    List<PaymentEntry> entries(UUID orderId);

    /** Writes an entry of the ledger before the commit, in one statement with all others. */
    void enter(PaymentEntry entry);

    /** How long ago the oldest payment of each open status was requested, by the database clock. */
    Map<PaymentStatus, Duration> oldestOpen();

    /**
     * Takes open payments that are due, the longest waiting first. Nobody else gets them before the lease ends; after
     * that anybody does, because the worker has died or hangs.
     */
    List<PaymentClaim> claim(int limit, Duration lease);

    /** The database clock. */
    Instant now();
}
