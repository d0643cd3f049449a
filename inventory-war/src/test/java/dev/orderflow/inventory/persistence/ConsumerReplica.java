package dev.orderflow.inventory.persistence;

import static dev.orderflow.chassis.harness.Wiring.wire;

import dev.orderflow.chassis.harness.BarePersistence;
import dev.orderflow.chassis.harness.LocalTransaction;
import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.events.DomainEvent;
import dev.orderflow.events.EventType;
import dev.orderflow.events.SagaEvent;
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
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/** A replica's consumer with its own persistence unit, without a container. Stores the published events. */
final class ConsumerReplica implements AutoCloseable {

    final Queue<DomainEvent> answers = new ConcurrentLinkedQueue<>();

    private final BarePersistence persistence;

    ConsumerReplica(Database database) {
        persistence = new BarePersistence("inventory", database);
    }

    /** Reads entities in a separate transaction. */
    <T> T read(Function<EntityManager, T> reading) {
        return persistence.commit(reading);
    }

    /** Handles one batch in one transaction, without a lock between replicas. */
    void handle(List<SagaEvent> batch) {
        handle(batch, skus -> HeldLock.NONE);
    }

    /** Handles one batch in one transaction. The action runs after rows are read and before they are written. */
    void handleWhile(List<SagaEvent> batch, Consumer<EntityManager> meanwhile) {
        transact(batch, skus -> {}, meanwhile);
    }

    /** Handles one batch in one transaction, and releases its locks afterwards. */
    void handle(List<SagaEvent> batch, Function<Collection<String>, HeldLock> locks) {
        Queue<HeldLock> held = new ArrayDeque<>();
        try {
            transact(batch, skus -> held.add(locks.apply(skus)), entityManager -> {});
        } finally {
            held.forEach(HeldLock::close);
        }
    }

    private void transact(List<SagaEvent> batch, StockLocks stockLocks, Consumer<EntityManager> meanwhile) {
        persistence.commit(entityManager -> {
            var transaction = new LocalTransaction();
            var writes = wire(new BatchedWrites(), entityManager, transaction);
            var stock = wire(new JpaStock(), entityManager, writes);
            var reservations = wire(new JpaReservations(), entityManager, writes);
            var movements = wire(new JpaStockMovements(), entityManager, writes);
            var locked = wire(new LockedRows(), stock, reservations, stockLocks);
            var outbox = TestOutbox.to(answers::add);
            var ledger = wire(new StockLedger(), stock, movements, outbox);
            var consumer = RegisteredHandlers.of(wire(
                    new OrderEventsConsumer(),
                    locked,
                    wire(new ReserveStock(), locked, reservations, ledger, outbox),
                    wire(new CommitReservation(), locked, reservations, ledger),
                    wire(new ReleaseReservation(), locked, reservations, ledger)));
            consumer.prepare(batch);
            batch.forEach(event -> consumer.handle(event, metadata(event)));
            meanwhile.accept(entityManager);
            transaction.beforeCommit();
            return batch;
        });
    }

    private static EventMetadata metadata(SagaEvent event) {
        return new EventMetadata(UUID.randomUUID(), EventType.of(event), Instant.EPOCH, "", null, null);
    }

    @Override
    public void close() {
        persistence.close();
    }
}
