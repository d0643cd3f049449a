package dev.orderflow.systemtests.sabotage;

import dev.orderflow.chassis.harness.Wiring;
import dev.orderflow.events.DomainEvent;
import dev.orderflow.events.EventType;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.ReservationStatus;
import dev.orderflow.inventory.domain.StockEffect;
import dev.orderflow.inventory.domain.stock.StockItem;
import dev.orderflow.localstack.ServiceName;
import dev.orderflow.localstack.launcher.TestEnvironment;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Transition;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * Implements sabotaged methods for which Byteman's rule language does not suffice. Byteman creates an instance and
 * calls its methods. An exception in a helper would look like a detected sabotage, so it is recorded.
 */
public class SabotageHelper {

    private static final String OVERDUE = """
            select * from reservation where status = 'HELD' and created_at <= now() - :age * interval '1 ms'
            order by created_at, order_id limit :limit""";

    private static final AtomicReference<@Nullable Throwable> FAILED = new AtomicReference<>();

    /**
     * Checks the helpers before a detection counts.
     *
     * @throws LinkageError if a helper does not match its class any more
     */
    static void requireSound() {
        Throwable failure = FAILED.getAndSet(null);
        if (failure != null) {
            throw new LinkageError("A bent method does not fit the class that it bends", failure);
        }
    }

    private static <T> T sound(Supplier<T> method) {
        try {
            return method.get();
        } catch (RuntimeException | Error failure) {
            FAILED.compareAndSet(null, failure);
            throw failure;
        }
    }

    /** Confirms an order in any status. */
    public Optional<Transition> confirm(Order order) {
        return sound(() -> {
            Wiring.set(order, "status", OrderStatus.CONFIRMED);
            return Optional.of(new Transition(OrderStatus.CONFIRMED, null));
        });
    }

    /** Commits a reservation in any status, and leaves the stock unchanged. */
    public StockEffect sell(Reservation reservation) {
        return sound(() -> {
            Wiring.set(reservation, "status", ReservationStatus.COMMITTED);
            Wiring.set(reservation, "lines", new TreeMap<>());
            return StockEffect.SELL;
        });
    }

    /** Stores an event of the order service immediately, outside the transaction. */
    public UUID outsideTransaction(DomainEvent event) {
        return sound(() -> {
            UUID id = UUID.randomUUID();
            TestEnvironment.backends().database(ServiceName.ORDER).execute("""
                    insert into outbox (id, topic, record_key, payload, headers)
                    values ('%s', '%s', '%s', '{}', '{}')""".formatted(
                            id, EventType.of(event).topic(), event.key()));
            return id;
        });
    }

    /** Returns reservations that are old enough by the clock, regardless of the low-water marks. */
    @SuppressWarnings("unchecked") // JPA has no typed native query of entities
    public List<Reservation> overdueByTheClock(EntityManager entityManager, Duration age, int limit) {
        return sound(() -> {
            List<Reservation> overdue = entityManager
                    .createNativeQuery(OVERDUE, Reservation.class)
                    .setParameter("age", age.toMillis())
                    .setParameter("limit", limit)
                    .getResultList();
            return overdue.stream().map(SabotageHelper::copy).toList();
        });
    }

    /** Detaches a reservation, as the repository does. */
    private static Reservation copy(Reservation row) {
        return new Reservation(row.orderId(), row.status(), row.version(), row.lines());
    }

    /** Acknowledges an unfinished message. */
    public void acknowledge(Object message) {
        sound(() -> ((Message<?>) message).ack());
    }

    /** Returns stock items without locking them. */
    public Map<String, StockItem> unlocked(EntityManager entityManager, Collection<String> skus) {
        return sound(() -> skus.stream()
                .map(sku -> entityManager.find(StockItem.class, sku))
                .map(row -> new StockItem(row.balance(), row.lowAt()))
                .collect(Collectors.toMap(StockItem::sku, Function.identity())));
    }
}
