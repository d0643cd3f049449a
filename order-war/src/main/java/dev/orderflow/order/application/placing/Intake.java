package dev.orderflow.order.application.placing;

import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.order.application.Deadlines;
import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.stream.OrderSteps;
import dev.orderflow.order.domain.stream.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes orders, unless that would be too many. What is taken is promised an end, so more than can be ended in time is
 * refused at the door, where it costs nothing and the customer can come again: {@link Backlog} says how much that is.
 * And only so many are taken at once that none waits for long until it is placed.
 *
 * <p>Orders are looked at four times a second at most, and only while somebody places one.
 */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class.getName());
    private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();
    /** What is being placed then is usually placed in less. */
    private static final int SOON_SECONDS = 1;
    /** What keeps events from being published for minutes does not pass within seconds. */
    private static final int UNHEARD_SECONDS = 30;

    private static final String TOO_MANY =
            "More orders are being placed, or are under way, than can be finished in time";
    private static final String UNHEARD =
            "Orders cannot be finished in time now: events of earlier orders have not been published for minutes";

    @Inject
    FindOrders orders;

    @Inject
    Event<OrderRefused> refused;

    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong taken = new AtomicLong();
    private volatile long lookedNanos = System.nanoTime() - PAUSE_NANOS;
    private volatile int retrySeconds;
    private volatile String reason = TOO_MANY;
    private long position = OrderSteps.START;

    @SuppressWarnings("NullAway.Init") // CDI calls limit
    private Backlog.Limits limits;

    @SuppressWarnings("NullAway.Init") // CDI calls limit
    private Backlog backlog;

    @SuppressWarnings("NullAway.Init") // CDI calls limit
    private Semaphore places;

    @SuppressWarnings("NullAway.Init") // CDI calls limit
    private Duration unpublishedLimit;

    @Inject
    void limit(
            @ConfigProperty(name = "orderflow.intake.free") long free,
            @ConfigProperty(name = "orderflow.intake.most") long most,
            @ConfigProperty(name = "orderflow.intake.patience-s") long patienceSeconds,
            @ConfigProperty(name = "orderflow.intake.at-once") int atOnce,
            @ConfigProperty(name = "orderflow.intake.outbox-percent") int outboxPercent,
            Deadlines deadlines) {
        unpublishedLimit =
                deadlines.of(OrderStatus.PENDING).multipliedBy(outboxPercent).dividedBy(100);
        limits = new Backlog.Limits(free, most, Duration.ofSeconds(patienceSeconds));
        backlog = new Backlog(limits);
        places = new Semaphore(atOnce);
    }

    /**
     * Places an order, in the way that is given.
     *
     * @throws TooManyOrders if none can be taken now; nothing has been done then
     */
    public <T> T take(Supplier<T> placing) {
        if (!places.tryAcquire()) {
            throw refusal(TOO_MANY, SOON_SECONDS);
        }
        try {
            lookWhenDue();
            if (left.getAndDecrement() <= 0) {
                throw refusal(reason, retrySeconds);
            }
            taken.incrementAndGet();
            return placing.get();
        } finally {
            places.release();
        }
    }

    private TooManyOrders refusal(String why, int seconds) {
        refused.fire(new OrderRefused());
        return new TooManyOrders(why, seconds);
    }

    private void lookWhenDue() {
        if (System.nanoTime() - lookedNanos >= PAUSE_NANOS && looking.tryLock()) {
            try {
                lookedNanos = System.nanoTime();
                look();
            } catch (RuntimeException away) {
                // The order itself will tell, if the database cannot be asked.
                LoggedFailure.log(LOG, Level.FINE, "The orders under way are unknown", away);
            } finally {
                looking.unlock();
            }
        }
    }

    private void look() {
        long mine = taken.getAndSet(0);
        Progress progress = orders.progress(position, limits.most());
        position = progress.position();
        long allowance = backlog.allowance(System.nanoTime(), progress, mine);
        // The other services would receive the order too close to its deadline to keep it.
        boolean isHeard = orders.unpublished().compareTo(unpublishedLimit) <= 0;
        left.set(isHeard ? allowance : 0);
        reason = isHeard ? TOO_MANY : UNHEARD;
        retrySeconds = isHeard ? backlog.retrySeconds() : UNHEARD_SECONDS;
    }
}
