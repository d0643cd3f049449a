package dev.orderflow.payment.application;

import dev.orderflow.chassis.work.TransactionEnd;
import dev.orderflow.payment.domain.Claim;
import dev.orderflow.payment.domain.Payment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Payments that may be in this server's hands at a time: each holds a slot from its claim until its answer is recorded,
 * so nothing waits in memory for longer than its lease.
 */
@ApplicationScoped
public class GatewaySlots {

    /** A transaction holds a slot; if it does not commit, nobody is asked. */
    public record Taken() {}

    @Inject
    TransactionEnd transactionEnd;

    @Inject
    PaymentSettings settings;

    @Inject
    Event<Taken> taken;

    private final Semaphore free = new Semaphore(0);

    private volatile boolean closed;

    private volatile Consumer<Claim> worker = claim -> {
        throw new IllegalStateException("There are no slots yet");
    };

    /** From now on so many may be taken; what has been leased is given to the worker, whom it must not hold up. */
    public void open(int slots, Consumer<Claim> newWorker) {
        worker = newWorker;
        free.release(slots);
    }

    /** From now on nothing is leased: this server stops, and its batches still end. */
    public void close() {
        closed = true;
    }

    /**
     * Leases a payment that is to be stored in the current transaction, if a slot is free, and gives it to the worker
     * after the commit. After a rollback the slot is free again. Where somebody waits for a slot, older payments do.
     *
     * @return whether it is leased; if not, it is due
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

    /** Waits for a slot, and takes with it all others that are free. */
    public int awaitFree() throws InterruptedException {
        free.acquire();
        return 1 + free.drainPermits();
    }

    /** These are done with. */
    public void giveBack(int slots) {
        free.release(slots);
    }
}
