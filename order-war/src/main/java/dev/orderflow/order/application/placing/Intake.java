package dev.orderflow.order.application.placing;

import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.order.application.Deadlines;
import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.stream.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Admission control: refuses orders that cannot be placed or finished in time, before anything is done for them. The
 * rules are those of ADR 57:
 *
 * <ul>
 *   <li>A limited number of orders is placed at once. Further requests wait for a place, for a limited time.
 *   <li>No order is accepted while the oldest event in the outbox is so old that other services would receive a new one
 *       too close to its deadline.
 *   <li>No order is accepted while the orders under way would take longer than the target latency to finish at the
 *       current rate. While none finishes (Kafka or a service is down) there is no rate, and a hard limit applies.
 * </ul>
 *
 * <p>The database is asked at most four times a second, and only while orders are placed.
 */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class.getName());
    private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();
    /** Most orders are placed in less. */
    private static final int SOON_SECONDS = 1;

    private static final int LONGEST_RETRY_SECONDS = 30;

    private static final String TOO_MANY =
            "More orders are being placed, or are under way, than can be finished in time";
    private static final String UNHEARD =
            "Orders cannot be finished in time now: events of earlier orders have not been published for minutes";

    @Inject
    FindOrders orders;

    @Inject
    Event<Refused> refused;

    @Inject
    Deadlines deadlines;

    @Inject
    @ConfigProperty(name = "orderflow.intake.free")
    long free;

    @Inject
    @ConfigProperty(name = "orderflow.intake.most")
    long most;

    @Inject
    @ConfigProperty(name = "orderflow.intake.patience-s")
    long patienceSeconds;

    @Inject
    @ConfigProperty(name = "orderflow.intake.outbox-percent")
    int outboxPercent;

    @Inject
    @ConfigProperty(name = "orderflow.intake.waiting")
    int mostWaiting;

    @Inject
    @ConfigProperty(name = "orderflow.intake.wait-ms")
    long waitMillis;

    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private volatile long lookedNanos = System.nanoTime() - PAUSE_NANOS;
    private volatile int retrySeconds = SOON_SECONDS;
    private volatile String reason = TOO_MANY;

    @SuppressWarnings("NullAway.Init") // CDI calls limit
    private Semaphore places;

    @Inject
    void limit(@ConfigProperty(name = "orderflow.intake.at-once") int atOnce) {
        places = new Semaphore(atOnce, true);
    }

    /** Takes a place for an order, or returns why the order is refused. */
    @Nullable
    Refused enter() {
        lookWhenDue();
        if (left.getAndDecrement() <= 0) {
            return refusal(reason, retrySeconds);
        }
        return findsPlace() ? null : refusal(TOO_MANY, SOON_SECONDS);
    }

    /** Returns a place that {@link #enter} took. */
    void leave() {
        places.release();
    }

    /** Does not wait when many requests wait already: each holds a thread, and other requests need some. */
    private boolean findsPlace() {
        try {
            long patience = places.getQueueLength() < mostWaiting ? waitMillis : 0;
            return places.tryAcquire(patience, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns how many requests wait for a place. */
    int waiting() {
        return places.getQueueLength();
    }

    private Refused refusal(String why, int seconds) {
        var refusal = new Refused(
                Refused.Reason.TOO_MANY_ORDERS,
                why + ". Send the request again after Retry-After, with the same Idempotency-Key.",
                seconds);
        refused.fire(refusal);
        return refusal;
    }

    private void lookWhenDue() {
        if (System.nanoTime() - lookedNanos >= PAUSE_NANOS && looking.tryLock()) {
            try {
                lookedNanos = System.nanoTime();
                look();
            } catch (RuntimeException away) {
                // Placing the order will fail if the database is down.
                LoggedFailure.log(LOG, Level.FINE, "The orders under way are unknown", away);
            } finally {
                looking.unlock();
            }
        }
    }

    private void look() {
        Duration heardWithin =
                deadlines.of(OrderStatus.PENDING).multipliedBy(outboxPercent).dividedBy(100);
        if (orders.unpublished().compareTo(heardWithin) > 0) {
            reason = UNHEARD;
            retrySeconds = LONGEST_RETRY_SECONDS;
            left.set(0);
            return;
        }
        Progress progress = orders.progress(most);
        long room = limit(progress) - progress.underWay();
        double seconds = progress.pace() == 0 ? LONGEST_RETRY_SECONDS : -room / progress.pace();
        reason = TOO_MANY;
        retrySeconds = room > 0 ? SOON_SECONDS : Math.clamp((int) Math.ceil(seconds), 1, LONGEST_RETRY_SECONDS);
        left.set(Math.max(room, 0));
    }

    /** Returns how many orders may be under way. */
    private long limit(Progress progress) {
        return progress.pace() == 0 ? most : Math.min(most, Math.max(free, (long) (progress.pace() * patienceSeconds)));
    }
}
