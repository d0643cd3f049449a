package dev.orderflow.payment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The repository of payments and the ledger. {@link #update} alone stores changes. */
public interface Payments {

    /**
     * Locks and loads the payments of the orders until the transaction ends, in one statement and in id order. Creates
     * a NEW payment for an order without one, so that two channels which receive its events concurrently wait for each
     * other.
     */
    void open(Collection<UUID> orderIds);

    /**
     * Locks and loads existing payments, as {@link #open} does, and returns them. Others are not locked, even if {@link
     * #find} finds them a moment later.
     */
    List<Payment> lock(Collection<UUID> orderIds);

    /**
     * Locks payments that have been PENDING or UNKNOWN for longer than the age by the database's clock, oldest first.
     * Skips rows that others have locked.
     */
    List<Payment> lockOverdue(Duration age, int limit);

    /** Returns a payment that this transaction has opened or locked. */
    Payment get(UUID orderId);

    /**
     * Schedules a locked payment to be written before the commit, in one statement with all others, if it has changed.
     */
    void update(Payment payment);

    Optional<Payment> find(UUID orderId);

    /** Returns the ledger entries of an order in the order in which they were written. */
    List<PaymentEntry> entries(UUID orderId);

    /** Appends to the ledger before the commit, in one statement with all others. */
    void enter(PaymentEntry entry);

    /** Returns the age of the oldest payment in each open status, by the database's clock. */
    Map<PaymentStatus, Duration> oldestOpen();

    /**
     * Claims due payments, longest due first. No other server gets them before the lease ends. After that, any server
     * can, because the worker has crashed or hangs.
     */
    List<PaymentClaim> claim(int limit, Duration lease);

    /** Returns the time of the database's clock. */
    Instant now();
}
