package dev.orderflow.payment.application.settlement;

import dev.orderflow.chassis.failure.FailureKind;
import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.chassis.work.BatchingWindow;
import dev.orderflow.chassis.work.FailureLog;
import dev.orderflow.chassis.work.Heartbeat;
import dev.orderflow.chassis.work.Heartbeats;
import dev.orderflow.payment.application.GatewaySlots;
import dev.orderflow.payment.application.PaymentDue;
import dev.orderflow.payment.application.PaymentSettings;
import dev.orderflow.payment.domain.GatewayAnswer;
import dev.orderflow.payment.domain.PaymentClaim;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Settles open payments: claims due payments, calls the gateway and records its answers.
 *
 * <p>A bounded pool calls the gateway, and one thread records all arrived answers in one transaction. A payment that is
 * requested while a slot is free arrives leased, right after its commit. One thread claims all other payments: it is
 * woken when a payment becomes due, and polls for payments that a crash or another server left. A lost claim (crash,
 * database failure) is due again when its lease ends, and a repeated call is harmless. Therefore, any number of servers
 * can run this concurrently.
 */
@ApplicationScoped
public class SettlePayments {

    private static final Logger LOG = Logger.getLogger(SettlePayments.class.getName());

    @Inject
    ManagedThreadFactory threads;

    @Inject
    PaymentSettings settings;

    @Inject
    GatewaySlots slots;

    @Inject
    ClaimPayments claims;

    @Inject
    CallGateway gateway;

    @Inject
    RecordAnswers records;

    @Inject
    Heartbeats heartbeats;

    private final Semaphore wake = new Semaphore(0);
    private final List<ExecutorService> pools = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // CDI calls bound
    private AnswerQueue answers;

    @Inject
    void bound(PaymentSettings limits) {
        answers = new AnswerQueue(limits.concurrency());
    }

    /** Claims nothing without a gateway, because another replica may have one. */
    void start(@Observes SchemaMigrated event) {
        if (!settings.hasGateway()) {
            LOG.severe("GATEWAY_URL is not set: payments are not settled and the service is not ready");
            return;
        }
        ExecutorService calls = pool(settings.concurrency());
        slots.open(settings.concurrency(), claim -> call(calls, claim));
        Heartbeat claiming = heartbeats.of("payments-claim");
        Heartbeat recording = heartbeats.of("payments-record");
        pool(1).execute(claiming.watch(() -> untilInterrupted(claiming, () -> claimAll(claiming, calls))));
        pool(1).execute(recording.watch(() -> untilInterrupted(recording, () -> recordReady(recording))));
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) PaymentDue due) {
        wake.release();
    }

    void stop(@Observes Shutdown event) {
        slots.close();
        pools.forEach(ExecutorService::shutdownNow);
    }

    private ExecutorService pool(int size) {
        ExecutorService pool = Executors.newFixedThreadPool(size, threads);
        pools.add(pool);
        return pool;
    }

    /** Also waits for a slot: if all calls to the gateway hang, this thread's heartbeat stops, too. */
    private void claimAll(Heartbeat heartbeat, ExecutorService calls) throws InterruptedException {
        heartbeat.pausing(Duration.ofMillis(settings.pollMillis()));
        if (wake.tryAcquire(settings.pollMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
        boolean more = true;
        while (more) {
            heartbeat.working();
            int taken = slots.awaitFree();
            List<PaymentClaim> claimed = List.of();
            try {
                claimed = claims.claim(taken);
            } finally {
                slots.giveBack(taken - claimed.size());
            }
            claimed.forEach(claim -> call(calls, claim));
            more = claimed.size() == taken;
        }
    }

    /** Holds a slot until the answer is recorded. */
    private void call(ExecutorService calls, PaymentClaim claim) {
        try {
            calls.execute(() ->
                    TraceContext.run(claim.traceParent(), claim.orderId().toString(), () -> answers.add(ask(claim))));
        } catch (RejectedExecutionException stopped) {
            LOG.log(Level.FINE, "Leaving payment {0} to another server, because this one stops", claim.orderId());
        }
    }

    private ReceivedAnswer ask(PaymentClaim claim) {
        try {
            return gateway.ask(claim);
        } catch (RuntimeException failure) {
            LoggedFailure.log(LOG, Level.SEVERE, "The gateway adapter failed on " + claim.orderId(), failure);
            return new ReceivedAnswer(
                    claim.orderId(),
                    GatewayAnswer.unanswered("the gateway adapter failed: " + FailureSummary.of(failure)),
                    claim.traceParent());
        }
    }

    private void recordReady(Heartbeat heartbeat) throws InterruptedException {
        heartbeat.idle();
        List<ReceivedAnswer> ready = answers.take();
        heartbeat.working();
        long begin = System.nanoTime();
        try {
            record(ready);
        } finally {
            slots.giveBack(ready.size());
            answers.openWindow(BatchingWindow.linger(begin, ready.size()));
        }
    }

    /** Records all answers in one transaction; if that fails, each in its own. */
    void record(List<ReceivedAnswer> ready) {
        try {
            records.record(ready);
        } catch (RuntimeException failure) {
            if (FailureKind.of(failure) == FailureKind.TRANSIENT || ready.size() == 1) {
                throw failure;
            }
            ready.forEach(this::recordAlone);
        }
    }

    private void recordAlone(ReceivedAnswer answered) {
        try {
            records.record(List.of(answered));
        } catch (RuntimeException failure) {
            if (FailureKind.of(failure) == FailureKind.TRANSIENT) {
                throw failure;
            }
            LoggedFailure.log(
                    LOG, Level.SEVERE, "The answer about " + answered.orderId() + " cannot be recorded", failure);
        }
    }

    /** One iteration of a worker. */
    @FunctionalInterface
    private interface Task {
        void run() throws InterruptedException;
    }

    /** Repeats a task. A failure loses nothing, because payments are due again when their lease ends. */
    private void untilInterrupted(Heartbeat heartbeat, Task task) {
        var failures = new FailureLog(LOG, "Payments wait for the next attempt");
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    task.run();
                    failures.worked();
                } catch (RuntimeException failure) {
                    heartbeat.failed(failure, Duration.ZERO);
                    failures.failed(failure);
                }
            }
        } catch (InterruptedException stopped) {
            LOG.fine("Settling payments was stopped");
        }
    }
}
