package dev.orderflow.systemtests.simulation.database;

import dev.orderflow.order.domain.NewTransition;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderQuery;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Orders;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The orders of a simulated database. */
public final class OrderTables implements Orders {

    public final SimulatedDatabase.Table<UUID, Order> orders;
    public final SimulatedDatabase.Rows<NewTransition> history;
    private final SimulatedClock clock;

    public OrderTables(SimulatedDatabase database, SimulatedClock clock) {
        this.orders = database.table();
        this.history = database.rows();
        this.clock = clock;
    }

    @Override
    public void append(NewTransition transition) {
        history.add(transition);
    }

    @Override
    public Optional<Order> find(UUID id) {
        return orders.take(id);
    }

    @Override
    public Optional<Order> lock(UUID id) {
        return orders.take(id);
    }

    @Override
    public void lockAll(Collection<UUID> ids) {
        // Transactions run one at a time.
    }

    @Override
    public void update(Order order) {
        // The table holds the order itself.
    }

    @Override
    public List<Order> lockOverdue(OrderStatus status, Duration age, int limit) {
        return orders.all().stream()
                .filter(order -> order.status() == status && clock.isOver(order.createdAt(), age))
                .limit(limit)
                .map(order -> orders.take(order.id()).orElseThrow())
                .toList();
    }

    @Override
    public Order refresh(Order order) {
        return order;
    }

    @Override
    public List<Order> list(OrderQuery query) {
        throw new UnsupportedOperationException("No use case that is simulated asks for this");
    }

    @Override
    public Map<OrderStatus, Duration> oldest() {
        throw new UnsupportedOperationException("No use case that is simulated asks for this");
    }
}
