package dev.orderflow.systemtests.simulation.services;

import static dev.orderflow.chassis.harness.Wiring.set;
import static dev.orderflow.chassis.harness.Wiring.wire;

import dev.orderflow.events.Topics;
import dev.orderflow.order.application.AdvanceOrder;
import dev.orderflow.order.application.ApplySignal;
import dev.orderflow.order.application.CancelOrder;
import dev.orderflow.order.application.ExpireOrders;
import dev.orderflow.order.application.OrderDeadlines;
import dev.orderflow.order.application.placing.PlaceOrder;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Placed;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.messaging.InventoryEventsConsumer;
import dev.orderflow.order.messaging.PaymentEventsConsumer;
import dev.orderflow.systemtests.simulation.database.OrderTables;
import dev.orderflow.systemtests.simulation.database.PlacementTable;
import dev.orderflow.systemtests.simulation.database.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The order service: its own use cases and consumers, on in-memory tables. */
public final class SimulatedOrders {

    private static final Duration PENDING_LIMIT = Duration.ofMinutes(10);
    private static final Duration RESERVED_LIMIT = Duration.ofMinutes(15);
    private static final int BATCH = 10;

    public final SimulatedService service;
    public final OrderTables tables;
    private final SimulatedClock clock;
    private final PlaceOrder placeOrder;
    private final CancelOrder cancelOrder;
    private final ExpireOrders expireOrders;

    public SimulatedOrders(SimulatedClock clock, Set<RemovedSafeguard> flaws) {
        this.clock = clock;
        service = new SimulatedService("order", flaws);
        tables = new OrderTables(service.database, clock);
        var step = wire(new ApplySignal(), tables, service.outbox, UnobservedEvent.event());
        var advance = wire(new AdvanceOrder(), tables, step);
        var deadlines = set(
                set(new OrderDeadlines(), "pendingSeconds", PENDING_LIMIT.toSeconds()),
                "reservedSeconds",
                RESERVED_LIMIT.toSeconds());
        placeOrder = set(
                wire(new PlaceOrder(), new PlacementTable(service.database, tables, clock), service.outbox, deadlines),
                "currency",
                "EUR");
        cancelOrder = wire(new CancelOrder(), tables, step);
        expireOrders = wire(new ExpireOrders(), tables, step);
        service.subscribe(Topics.INVENTORY, () -> wire(new InventoryEventsConsumer(), advance));
        service.subscribe(Topics.PAYMENTS, () -> wire(new PaymentEventsConsumer(), advance));
    }

    /** Places an order and returns its id. */
    public UUID place(String key, String token, List<PlaceOrder.Command.Line> lines, boolean dies) {
        UUID[] id = new UUID[1];
        service.database.transact(dies, () -> {
            var command = new PlaceOrder.Command("c-1", key, lines, token, null);
            var outcome = placeOrder.place(List.of(command)).getFirst();
            id[0] = ((Placed) outcome).order().id();
        });
        return id[0];
    }

    public void cancel(UUID id, boolean dies) {
        service.database.transact(dies, () -> cancelOrder.cancel(id));
    }

    /** Returns when a PENDING order expires. */
    public static Instant pendingUntil(Order order) {
        return order.createdAt().plus(PENDING_LIMIT);
    }

    /** Returns when a RESERVED order expires. */
    public static Instant reservedUntil(Order order) {
        return order.createdAt().plus(RESERVED_LIMIT);
    }

    /** Returns whether an order is overdue. */
    public boolean hasOverdue() {
        return tables.orders.all().stream().anyMatch(order -> switch (order.status()) {
            case PENDING -> clock.isOver(order.createdAt(), PENDING_LIMIT);
            case RESERVED -> clock.isOver(order.createdAt(), RESERVED_LIMIT);
            case CONFIRMED, REJECTED, CANCELLED -> false;
        });
    }

    public void expire(boolean dies) {
        service.database.transact(dies, () -> {
            expireOrders.expire(OrderStatus.PENDING, PENDING_LIMIT, BATCH);
            expireOrders.expire(OrderStatus.RESERVED, RESERVED_LIMIT, BATCH);
        });
    }
}
