package dev.orderflow.inventory.persistence;

import static dev.orderflow.chassis.harness.Wiring.wire;

import dev.orderflow.events.DomainEvent;
import dev.orderflow.events.Event;
import dev.orderflow.events.EventType;
import dev.orderflow.inventory.application.CommitReservation;
import dev.orderflow.inventory.application.LockedRows;
import dev.orderflow.inventory.application.ReleaseReservation;
import dev.orderflow.inventory.application.ReserveStock;
import dev.orderflow.inventory.application.stock.StockLedger;
import dev.orderflow.inventory.application.stock.StockLocks;
import dev.orderflow.inventory.lock.HeldLock;
import dev.orderflow.inventory.messaging.OrderEventsConsumer;
import dev.orderflow.localstack.Database;
import dev.orderflow.messaging.EventMetadata;
import dev.orderflow.messaging.consumer.RegisteredHandlers;
import dev.orderflow.messaging.harness.TestOutbox;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** The consumer of a service with the persistence unit of the service, wired by hand. It keeps the SQL and the answers. */
final class Replica implements AutoCloseable {

    final Queue<String> statements = new ConcurrentLinkedQueue<>();
    final Queue<DomainEvent> answers = new ConcurrentLinkedQueue<>();

    private final EntityManagerFactory entityManagers;

    Replica(Database database) {
        StatementInspector recorder = sql -> {
            statements.add(sql);
            return sql;
        };
        entityManagers = Persistence.createEntityManagerFactory(
                "inventory",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jdbc.url", database.jdbcUrl(),
                        "jakarta.persistence.jdbc.user", database.user(),
                        "jakarta.persistence.jdbc.password", database.password(),
                        "hibernate.session_factory.statement_inspector", recorder));
    }

    /** One batch, one transaction, without a lock among the replicas. */
    void handle(List<Event> batch) {
        handle(batch, skus -> HeldLock.NONE);
    }

    /** One batch, one transaction, and what it locks is released after that. */
    void handle(List<Event> batch, Function<Collection<String>, HeldLock> locks) {
        Queue<HeldLock> held = new ArrayDeque<>();
        try {
            transact(batch, skus -> held.add(locks.apply(skus)));
        } finally {
            held.forEach(HeldLock::close);
        }
    }

    private void transact(List<Event> batch, StockLocks stockLocks) {
        entityManagers.runInTransaction(entityManager -> {
            var stock = wire(new JpaStock(), entityManager);
            var reservations = wire(new JpaReservations(), entityManager);
            var movements = wire(new JpaMovements(), entityManager);
            var locked = wire(new LockedRows(), stock, reservations, stockLocks);
            var outbox = TestOutbox.to(answers::add);
            var ledger = wire(new StockLedger(), movements, outbox);
            var consumer = RegisteredHandlers.of(wire(
                    new OrderEventsConsumer(),
                    locked,
                    wire(new ReserveStock(), locked, reservations, ledger, outbox),
                    wire(new CommitReservation(), locked, ledger),
                    wire(new ReleaseReservation(), locked, reservations, ledger)));
            consumer.prepare(batch);
            batch.forEach(event -> consumer.handle(event, metadata(event)));
        });
    }

    private static EventMetadata metadata(Event event) {
        return new EventMetadata(UUID.randomUUID(), EventType.of(event), Instant.EPOCH, "", null, null);
    }

    @Override
    public void close() {
        entityManagers.close();
    }
}
