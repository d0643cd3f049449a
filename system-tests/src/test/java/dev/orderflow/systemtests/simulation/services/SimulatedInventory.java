package dev.orderflow.systemtests.simulation.services;

import static dev.orderflow.chassis.harness.Wiring.wire;

import dev.orderflow.events.Topics;
import dev.orderflow.inventory.application.CommitReservation;
import dev.orderflow.inventory.application.ExpireReservations;
import dev.orderflow.inventory.application.LockedRows;
import dev.orderflow.inventory.application.ReleaseReservation;
import dev.orderflow.inventory.application.ReserveStock;
import dev.orderflow.inventory.application.stock.StockLedger;
import dev.orderflow.inventory.application.stock.StockLocks;
import dev.orderflow.inventory.messaging.OrderEventsConsumer;
import dev.orderflow.messaging.EventHandler;
import dev.orderflow.systemtests.simulation.database.ReservationTable;
import dev.orderflow.systemtests.simulation.database.SimulatedClock;
import dev.orderflow.systemtests.simulation.database.StockTables;
import java.time.Duration;
import java.util.Set;

/** The inventory service: its own use cases and consumer, on in-memory tables. */
public final class SimulatedInventory {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int BATCH = 10;
    private static final StockLocks NO_LOCKS = skus -> {};

    public final SimulatedService service;
    public final StockTables tables;
    private final ReservationTable reservations;
    private final StockLedger ledger;

    public SimulatedInventory(SimulatedClock clock, Set<RemovedSafeguard> flaws) {
        service = new SimulatedService("inventory", flaws);
        tables = new StockTables(service.database);
        reservations = new ReservationTable(service.database, clock);
        ledger = wire(new StockLedger(), tables, tables.movements(), service.outbox);
        service.subscribe(Topics.ORDERS, this::consumer);
    }

    public ReservationTable reservations() {
        return reservations;
    }

    /** Locked rows belong to one transaction. */
    private EventHandler consumer() {
        var locked = wire(new LockedRows(), tables, reservations, NO_LOCKS);
        return wire(
                new OrderEventsConsumer(),
                locked,
                wire(new ReserveStock(), locked, reservations, ledger, service.outbox),
                wire(new CommitReservation(), locked, reservations, ledger),
                wire(new ReleaseReservation(), locked, reservations, ledger));
    }

    public void expire(boolean dies) {
        var locked = wire(new LockedRows(), tables, reservations, NO_LOCKS);
        var expire = wire(new ExpireReservations(), reservations, locked, ledger, service.outbox);
        service.database.transact(dies, () -> expire.expire(LIFE, Duration.ZERO, BATCH));
    }
}
