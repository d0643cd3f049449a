package dev.orderflow.order.application;

import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Orders;
import dev.orderflow.order.domain.stream.TransitionCount;
import dev.orderflow.order.domain.stream.TransitionLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the orders in each status and the recent status changes.
 *
 * <p>The first call aggregates the whole history. Later calls add only the transitions since the previous one. The
 * counts are exact, and a call costs the same for any number of orders.
 */
@ApplicationScoped
public class CountOrders {

    /** Length of the time slots by which changes are grouped. */
    public static final Duration SLOT = Duration.ofSeconds(10);

    /** Number of slots that are kept: ten minutes. */
    public static final int SLOTS = 60;

    /** Transitions that one call aggregates at most: about one second of work. */
    private static final long BATCH_SIZE = 1_000_000;

    @Inject
    TransitionLog transitions;

    @Inject
    Orders orders;

    private final Map<OrderStatus, Long> inStatus = new EnumMap<>(OrderStatus.class);
    private final SortedMap<Instant, Map<OrderStatus, Long>> lately = new TreeMap<>();
    private long position = TransitionLog.START;

    /**
     * A consistent snapshot of the counts.
     *
     * @param position of the last transition that was counted
     * @param at time of the database's clock
     * @param oldest age of the oldest order in each status that is not final
     * @param lately number of orders that entered each status, by the start of the slot
     */
    public record Counts(
            long position,
            Instant at,
            Map<OrderStatus, Long> inStatus,
            Map<OrderStatus, Duration> oldest,
            SortedMap<Instant, Map<OrderStatus, Long>> lately) {}

    /**
     * Returns the counts. Empty while the high-water mark is unknown, which lasts milliseconds after a start, and while
     * a long history is still being aggregated: each call continues where the previous one stopped.
     */
    @Transactional
    public synchronized Optional<Counts> count() {
        OptionalLong highWaterMark = transitions.highWaterMark();
        if (highWaterMark.isEmpty()) {
            return Optional.empty();
        }
        long until = Math.min(highWaterMark.getAsLong(), position + BATCH_SIZE);
        if (until > position) {
            transitions.count(position, until, SLOT, SLOTS).forEach(this::add);
            position = until;
        }
        if (position < highWaterMark.getAsLong()) {
            return Optional.empty();
        }
        Instant now = transitions.now();
        lately.headMap(now.minus(SLOT.multipliedBy(SLOTS))).clear();
        return Optional.of(new Counts(position, now, new EnumMap<>(inStatus), orders.oldest(), new TreeMap<>(lately)));
    }

    private void add(TransitionCount count) {
        if (count.from() != null) {
            inStatus.merge(count.from(), -count.orders(), Long::sum);
        }
        inStatus.merge(count.to(), count.orders(), Long::sum);
        lately.computeIfAbsent(count.slot(), slot -> new EnumMap<>(OrderStatus.class))
                .merge(count.to(), count.orders(), Long::sum);
    }
}
