package dev.orderflow.systemtests.simulation;

import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.ReservationStatus;
import dev.orderflow.inventory.domain.stock.StockItem;
import dev.orderflow.inventory.domain.stock.StockMovement;
import dev.orderflow.order.domain.NewTransition;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderSignal;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Transition;
import dev.orderflow.payment.domain.EntryKind;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentEntry;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.systemtests.simulation.database.EntityCopy;
import dev.orderflow.systemtests.simulation.database.InvariantViolation;
import dev.orderflow.systemtests.simulation.services.SimulatedOrders;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The invariants of a simulated system, at every moment and when idle. They are the audit's, plus one: because there is
 * one clock, no service begins work for an expired order.
 */
final class WorldInvariants {

    private static final Set<PaymentStatus> UNPAID =
            Set.of(PaymentStatus.FAILED, PaymentStatus.VOIDED, PaymentStatus.REFUNDED);

    private WorldInvariants() {}

    /** Checks at every moment: no counter is out of bounds, and no work begins too late. */
    static void hold(SimulatedSystem world) {
        for (StockItem item : world.inventory.tables.items.all()) {
            long reserved = item.balance().reserved();
            require(reserved >= 0 && reserved <= item.balance().onHand(), "more is reserved than there is");
        }
        for (Order order : world.orders.tables.orders.all()) {
            require(world.gateway.captures(order.id()) <= 1, "an order is charged twice");
            beginsInTime(world, order);
        }
    }

    private static void beginsInTime(SimulatedSystem world, Order order) {
        for (Reservation reservation : world.inventory.reservations().rows.all()) {
            require(
                    !reservation.orderId().equals(order.id())
                            || reservation.status() != ReservationStatus.HELD
                            || !world.inventory
                                    .reservations()
                                    .createdAt(order.id())
                                    .isAfter(SimulatedOrders.pendingUntil(order)),
                    "something is held for an order that was over");
        }
        for (Payment payment : world.payments.tables.payments.all()) {
            Instant openedAt = payment.createdAt();
            require(
                    !payment.orderId().equals(order.id())
                            || payment.status() != PaymentStatus.PENDING
                            || openedAt == null
                            || !openedAt.isAfter(SimulatedOrders.reservedUntil(order)),
                    "an order that was over is to be charged");
        }
    }

    /** Checks when idle: everything is published, everything is final, and all services agree. */
    static void holdAtRest(SimulatedSystem world) {
        require(
                new HashSet<>(world.answered).size() == world.requests
                        && world.orders.tables.orders.all().size() == world.requests,
                "there are more or fewer orders than customers wanted");
        world.orders.tables.orders.all().forEach(order -> agree(world, order));
        stock(world);
        history(world);
    }

    private static void agree(SimulatedSystem world, Order order) {
        UUID id = order.id();
        require(order.status().isFinal(), "an order has not ended");
        boolean confirmed = order.status() == OrderStatus.CONFIRMED;
        Reservation reservation = world.inventory.reservations().rows.all().stream()
                .filter(row -> row.orderId().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvariantViolation("an order has no reservation"));
        require(
                confirmed
                        ? reservation.status() == ReservationStatus.COMMITTED
                        : reservation.status() == ReservationStatus.RELEASED
                                || reservation.status() == ReservationStatus.EXPIRED,
                "order and reservation disagree");
        Payment payment = world.payments.tables.payments.all().stream()
                .filter(row -> row.orderId().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvariantViolation("an order has no payment"));
        require(
                confirmed ? payment.status() == PaymentStatus.COMPLETED : UNPAID.contains(payment.status()),
                "order and payment disagree");
        require(world.gateway.keeps(id) == confirmed, "order and gateway disagree");
        require(booked(world, id) == (confirmed ? order.total() : 0), "order and ledger disagree");
    }

    private static long booked(SimulatedSystem world, UUID id) {
        long booked = 0;
        for (PaymentEntry entry : world.payments.tables.entries.all()) {
            if (id.equals(EntityCopy.field(entry, "orderId"))) {
                booked += entry.kind() == EntryKind.CAPTURE ? entry.amount() : 0;
                booked -= entry.kind() == EntryKind.REFUND ? entry.amount() : 0;
            }
        }
        return booked;
    }

    private static void stock(SimulatedSystem world) {
        for (StockItem item : world.inventory.tables.items.all()) {
            long onHand = world.units;
            long reserved = 0;
            for (StockMovement movement : world.inventory.tables.movements.stored) {
                if (movement.after().sku().equals(item.sku())) {
                    onHand += movement.quantity();
                    reserved += movement.reservedChange();
                }
            }
            require(
                    item.balance().onHand() == onHand && item.balance().reserved() == reserved,
                    "stock and movements disagree");
            require(reserved == 0, "something is still reserved");
        }
    }

    /** Checks that every order's history is legal and contains no event twice. */
    private static void history(SimulatedSystem world) {
        Map<Object, OrderStatus> at = new HashMap<>();
        Set<Object> events = new HashSet<>();
        for (NewTransition transition : world.orders.tables.history.stored) {
            UUID order = transition.orderId();
            OrderStatus to = transition.to();
            OrderStatus from = transition.from();
            if (from != null) {
                var signal = OrderSignal.valueOf(transition.cause());
                OrderStatus next =
                        Transition.of(from, signal).map(Transition::next).orElse(from);
                require(from == at.get(order) && to == next, "a history is no legal life");
            }
            at.put(order, to);
            UUID event = transition.eventId();
            require(event == null || events.add(event), "an event had two effects");
        }
        world.orders
                .tables
                .orders
                .all()
                .forEach(order -> require(at.get(order.id()) == order.status(), "a history ends elsewhere"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvariantViolation(otherwise);
        }
    }
}
