package dev.orderflow.payment.application;

import dev.orderflow.chassis.work.TransactionEnd;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentClaim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Limits the number of payments that this server handles at a time. A payment holds a slot from its claim until its
 * answer is recorded, so no claim waits in memory for longer than its lease.
 */
@ApplicationScoped
public class GatewaySlots {

    /** CDI event: the current transaction holds a slot. A rollback returns it. */
    public record Taken() {}

    @Inject
    TransactionEnd transactionEnd;

    @Inject
    PaymentSettings settings;

    @Inject
    Event<Taken> taken;

    private final Semaphore free = new Semaphore(0);

    private volatile boolean closed;

    private volatile Consumer<PaymentClaim> worker = claim -> {
        throw new IllegalStateException("There are no slots yet");
    };

    /** Opens the slots. The worker receives each leased claim after the commit, on the thread of the transaction. */
    public void open(int slots, Consumer<PaymentClaim> newWorker) {
        worker = newWorker;
        free.release(slots);
    }

    /** Stops leasing, because this server stops. */
    public void close() {
        closed = true;
    }

    /**
     * Leases a payment of the current transaction if a slot is free, and hands its claim to the worker after the
     * commit. A rollback returns the slot. Leases nothing while {@link #awaitFree} waits, because due payments have
     * priority.
     *
     * @return whether the payment is leased; otherwise it is due
     */
    public boolean lease(Payment payment) {
        if (closed || free.hasQueuedThreads() || !free.tryAcquire()) {
            return false;
        }
        taken.fire(new Taken());
        transactionEnd.collect(GatewaySlots.class, payment.lease(settings.lease()), claims -> claims.forEach(worker));
        return true;
    }

    void rolledBack(@Observes(during = TransactionPhase.AFTER_FAILURE) Taken slot) {
        free.release();
    }

    /** Waits for a slot and takes all that are free. Returns their number. */
    public int awaitFree() throws InterruptedException {
        free.acquire();
        return 1 + free.drainPermits();
    }

    /** Returns slots. */
    public void giveBack(int slots) {
        free.release(slots);
    }
}
