package dev.orderflow.order.application.placing;

import dev.orderflow.chassis.failure.FailureKind;
import dev.orderflow.chassis.work.FailureLog;
import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.application.OrderDeadlines;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.stream.SagaThroughput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Admission control: refuses orders that cannot be placed or finished in time, before they cost anything. ADR 57
 * explains the rules:
 *
 * <ul>
 *   <li>A limited number of orders is placed at once. Further requests wait for a slot, for a limited time.
 *   <li>No order is accepted while the oldest event in the outbox is so old that other services would receive a new
 *       one too close to its deadline.
 *   <li>No order is accepted while the orders in flight would take longer than the target latency to finish at the
 *       current rate. While none finishes (Kafka or a service is down) there is no rate, and the hard limit applies.
 * </ul>
 *
 * <p>While orders are placed, the load is measured at most four times a second.
 */
@ApplicationScoped
public class AdmissionControl {

    private static final Logger LOG = Logger.getLogger(AdmissionControl.class.getName());
    private static final long INTERVAL_NANOS = Duration.ofMillis(250).toNanos();
    /** Most orders are placed in less. */
    private static final int SHORTEST_RETRY_SECONDS = 1;

    private static final int LONGEST_RETRY_SECONDS = 30;

    private static final String TOO_MANY = "Too many orders are in progress to complete this one in time";
    private static final String EVENTS_UNPUBLISHED =
            "Orders cannot complete in time, because events of earlier orders have not been published";

    @Inject
    FindOrders orders;

    @Inject
    Event<Refused> refused;

    @Inject
    OrderDeadlines deadlines;

    @Inject
    @ConfigProperty(name = "orderflow.intake.free")
    long softLimit;

    @Inject
    @ConfigProperty(name = "orderflow.intake.most")
    long hardLimit;

    @Inject
    @ConfigProperty(name = "orderflow.intake.patience-s")
    long targetLatencySeconds;

    @Inject
    @ConfigProperty(name = "orderflow.intake.outbox-percent")
    int outboxPercent;

    @Inject
    @ConfigProperty(name = "orderflow.intake.waiting")
    int maxQueued;

    @Inject
    @ConfigProperty(name = "orderflow.intake.wait-ms")
    long waitMillis;

    private final ReentrantLock measuring = new ReentrantLock();
    private final FailureLog failures = new FailureLog(LOG, "Admission control does not know the load");
    private final AtomicLong admissible = new AtomicLong(Long.MAX_VALUE);
    private volatile long measuredNanos = System.nanoTime() - INTERVAL_NANOS;
    private volatile int retrySeconds = SHORTEST_RETRY_SECONDS;
    private volatile String reason = TOO_MANY;

    @SuppressWarnings("NullAway.Init") // CDI calls limitConcurrency
    private Semaphore slots;

    @Inject
    void limitConcurrency(@ConfigProperty(name = "orderflow.intake.at-once") int permits) {
        slots = new Semaphore(permits, true);
    }

    /** Takes a slot for an order. Returns null if the order is admitted, or else why it is refused. */
    @Nullable
    Refused enter() {
        measureWhenDue();
        if (admissible.getAndDecrement() <= 0) {
            return refusal(reason, retrySeconds);
        }
        return acquireSlot() ? null : refusal(TOO_MANY, SHORTEST_RETRY_SECONDS);
    }

    /** Returns a slot that {@link #enter} took. */
    void leave() {
        slots.release();
    }

    /** Fails at once if many requests already wait: each of them holds a thread that other requests need. */
    private boolean acquireSlot() {
        try {
            long timeoutMillis = slots.getQueueLength() < maxQueued ? waitMillis : 0;
            return slots.tryAcquire(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns the number of requests that wait for a slot. */
    int queued() {
        return slots.getQueueLength();
    }

    private Refused refusal(String why, int seconds) {
        var refusal = new Refused(
                Refused.Reason.TOO_MANY_ORDERS,
                why + ". Retry after Retry-After seconds, with the same Idempotency-Key.",
                seconds);
        refused.fire(refusal);
        return refusal;
    }

    private void measureWhenDue() {
        if (System.nanoTime() - measuredNanos >= INTERVAL_NANOS && measuring.tryLock()) {
            try {
                measuredNanos = System.nanoTime();
                measure();
                failures.worked();
            } catch (RuntimeException failure) {
                // No reason to refuse an order. If the database is down, placing the order fails and is logged.
                if (FailureKind.of(failure) != FailureKind.TRANSIENT) {
                    failures.failed(failure);
                }
            } finally {
                measuring.unlock();
            }
        }
    }

    private void measure() {
        Duration maxOutboxAge =
                deadlines.of(OrderStatus.PENDING).multipliedBy(outboxPercent).dividedBy(100);
        if (orders.unpublished().compareTo(maxOutboxAge) > 0) {
            reason = EVENTS_UNPUBLISHED;
            retrySeconds = LONGEST_RETRY_SECONDS;
            admissible.set(0);
            return;
        }
        SagaThroughput throughput = orders.throughput(hardLimit);
        long available = inFlightLimit(throughput) - throughput.inFlight();
        double rate = throughput.completionsPerSecond();
        double seconds = rate == 0 ? LONGEST_RETRY_SECONDS : -available / rate;
        reason = TOO_MANY;
        retrySeconds =
                available > 0 ? SHORTEST_RETRY_SECONDS : Math.clamp((int) Math.ceil(seconds), 1, LONGEST_RETRY_SECONDS);
        admissible.set(Math.max(available, 0));
    }

    /** Returns the maximum number of orders in flight. */
    private long inFlightLimit(SagaThroughput throughput) {
        double rate = throughput.completionsPerSecond();
        return rate == 0 ? hardLimit : Math.min(hardLimit, Math.max(softLimit, (long) (rate * targetLatencySeconds)));
    }
}
