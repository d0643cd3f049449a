package dev.orderflow.inventory.application;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.orderflow.events.InventoryEvent.InventoryRejected;
import dev.orderflow.events.InventoryEvent.InventoryReserved;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.inventory.application.stock.StockLedger;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.Reservations;
import dev.orderflow.inventory.domain.Shortage;
import dev.orderflow.inventory.domain.StockEffect;
import dev.orderflow.inventory.domain.stock.MovementKind;
import dev.orderflow.inventory.domain.stock.StockItem;
import dev.orderflow.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reserves the lines of an order, all or none, and publishes the result. */
@ApplicationScoped
public class ReserveStock {

    private static final Logger LOG = Logger.getLogger(ReserveStock.class.getName());

    @Inject
    Reservations reservations;

    @Inject
    LockedRows locked;

    @Inject
    StockLedger ledger;

    @Inject
    Outbox outbox;

    @Inject
    @ConfigProperty(name = "orderflow.overdue.margin-s")
    long marginSeconds;

    /**
     * Reserves the lines of an order. If the order is overdue, the order service has already cancelled it. Then nothing
     * is reserved or published.
     */
    @Transactional
    public void reserve(OrderCreated order) {
        Reservation reservation = locked.reservation(order.orderId());
        if (isOverdue(order)) {
            if (reservation.leaveTombstone() == StockEffect.TOMBSTONE) {
                reservations.store(reservation);
            }
            return;
        }
        Map<String, Integer> wanted = wanted(order);
        Map<String, StockItem> items = locked.items(wanted.keySet());
        switch (reservation.reserve(wanted, items)) {
            case HOLD -> {
                reservations.store(reservation);
                ledger.enter(MovementKind.RESERVED, reservation, items);
                outbox.append(new InventoryReserved(order.orderId(), order.payment()));
            }
            case REFUSE -> {
                reservations.store(reservation);
                outbox.append(new InventoryRejected(order.orderId(), reason(Reservation.shortages(wanted, items))));
            }
            default ->
                LOG.log(Level.INFO, "Order {0} has no further effect: its reservation is already {1}", new Object[] {
                    order.orderId(), reservation.status()
                });
        }
    }

    private boolean isOverdue(OrderCreated order) {
        Instant expiresAt = order.expiresAt();
        return expiresAt != null && locked.now().isAfter(expiresAt.plusSeconds(marginSeconds));
    }

    private static String reason(List<Shortage> shortages) {
        return shortages.stream().map(Shortage::toString).collect(joining(", ", "Out of stock: ", ""));
    }

    /** Returns the units by SKU. Lines of the same SKU are added up. */
    private static Map<String, Integer> wanted(OrderCreated order) {
        return order.lines().stream()
                .collect(toMap(OrderCreated.Line::sku, OrderCreated.Line::quantity, Math::addExact, TreeMap::new));
    }
}
