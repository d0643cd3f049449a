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
 * Someone asks how many orders are in each status, and what became of orders lately. The history is added up once in
 * the life of a server, when it is asked for the first time; from then on only the steps since the last answer are. So
 * an answer is exact, and costs the same however many orders there have ever been.
 */
@ApplicationScoped
public class CountOrders {

    /** Changes are told apart by slots of this length. */
    public static final Duration SLOT = Duration.ofSeconds(10);

    /** So many slots are remembered: ten minutes. */
    public static final int SLOTS = 60;

    /** So many steps are added up for one answer at most: about a second's work. */
    private static final long BATCH_SIZE = 1_000_000;

    @Inject
    TransitionLog transitions;

    @Inject
    Orders orders;

    private final Map<OrderStatus, Long> inStatus = new EnumMap<>(OrderStatus.class);
    private final SortedMap<Instant, Map<OrderStatus, Long>> lately = new TreeMap<>();
    private long position = TransitionLog.START;

    /**
     * The numbers at one moment.
     *
     * @param position of the last step that they know of
     * @param at on the database's clock
     * @param oldest how long ago the oldest order of each status that is not final was placed
     * @param lately how many orders entered each status, by the begin of the slot
     */
    public record Counts(
            long position,
            Instant at,
            Map<OrderStatus, Long> inStatus,
            Map<OrderStatus, Duration> oldest,
            SortedMap<Instant, Map<OrderStatus, Long>> lately) {}

    /**
     * Empty while this server does not know yet how far the sequence of steps is complete, for an instant after its
     * start; and while it has not added up a long history, which each call goes on with.
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
