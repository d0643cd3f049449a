package dev.orderflow.order.application;

import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Orders;
import dev.orderflow.order.domain.stream.CountedChanges;
import dev.orderflow.order.domain.stream.OrderSteps;
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
    private static final long MOST_STEPS = 1_000_000;

    @Inject
    OrderSteps steps;

    @Inject
    Orders orders;

    private final Map<OrderStatus, Long> inStatus = new EnumMap<>(OrderStatus.class);
    private final SortedMap<Instant, Map<OrderStatus, Long>> lately = new TreeMap<>();
    private long position = OrderSteps.START;

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
        OptionalLong complete = steps.complete();
        if (complete.isEmpty()) {
            return Optional.empty();
        }
        long until = Math.min(complete.getAsLong(), position + MOST_STEPS);
        if (until > position) {
            steps.changes(position, until, SLOT, SLOTS).forEach(this::add);
            position = until;
        }
        if (position < complete.getAsLong()) {
            return Optional.empty();
        }
        Instant now = steps.now();
        lately.headMap(now.minus(SLOT.multipliedBy(SLOTS))).clear();
        return Optional.of(new Counts(position, now, new EnumMap<>(inStatus), orders.oldest(), new TreeMap<>(lately)));
    }

    private void add(CountedChanges changes) {
        if (changes.from() != null) {
            inStatus.merge(changes.from(), -changes.orders(), Long::sum);
        }
        inStatus.merge(changes.to(), changes.orders(), Long::sum);
        lately.computeIfAbsent(changes.slot(), slot -> new EnumMap<>(OrderStatus.class))
                .merge(changes.to(), changes.orders(), Long::sum);
    }
}
