package dev.orderflow.order.application;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Someone looks at orders. */
@ApplicationScoped
public class FindOrders {

    @Inject
    Orders orders;

    /** The order with its lines. */
    @Transactional
    public Optional<Order> byId(UUID id) {
        return orders.find(id);
    }
}
