package dev.orderflow.systemtests.crash;

import static dev.orderflow.systemtests.crash.Scenario.delivery;
import static dev.orderflow.systemtests.crash.Scenario.id;

import dev.orderflow.events.InventoryEvent.InventoryRejected;
import dev.orderflow.events.InventoryEvent.InventoryReserved;
import dev.orderflow.events.InventoryEvent.ReservationExpired;
import dev.orderflow.events.PaymentEvent.PaymentCompleted;
import dev.orderflow.events.PaymentEvent.PaymentFailed;
import dev.orderflow.events.PaymentEvent.PaymentRefunded;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.messaging.consumer.DeadLetterParking;
import dev.orderflow.messaging.consumer.HandDelivery;
import dev.orderflow.order.application.CancelOrder;
import dev.orderflow.order.application.ExpireOrders;
import dev.orderflow.order.application.MaintainCatalogue;
import dev.orderflow.order.application.placing.PlaceOrder;
import dev.orderflow.order.application.placing.PlaceOrder.Command.Line;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.messaging.InventoryEventsConsumer;
import dev.orderflow.order.messaging.PaymentEventsConsumer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The transactions that change the order database. */
public final class OrderScenarios {

    private static final int BATCH = 10;
    private static final Duration HOUR = Duration.ofHours(1);

    private OrderScenarios() {}

    public static Stream<Scenario> all() {
        return Stream.concat(events(), useCases());
    }

    private static Stream<Scenario> events() {
        String pending = orders("PENDING", 1, 2);
        String reserved = orders("RESERVED", 1, 2);
        var payment = new PaymentRequest(1250, "EUR", "tok_approve", null);
        return Stream.of(
                delivery(
                        "one reserved, one rejected",
                        pending,
                        InventoryEventsConsumer.class,
                        new InventoryReserved(id(1), payment),
                        new InventoryRejected(id(2), "Out of stock: A")),
                delivery(
                        "reserved and expired in one batch",
                        pending,
                        InventoryEventsConsumer.class,
                        new InventoryReserved(id(1), payment),
                        new ReservationExpired(id(1))),
                delivery(
                        "one paid, one declined",
                        reserved,
                        PaymentEventsConsumer.class,
                        new PaymentCompleted(id(1), 1250, "EUR"),
                        new PaymentFailed(id(2), "declined")),
                delivery(
                        "refunded after the end",
                        orders("CANCELLED", 1),
                        PaymentEventsConsumer.class,
                        new PaymentRefunded(id(1), 1250, "EUR")),
                new Scenario(
                        "poison is parked",
                        "",
                        beans -> HandDelivery.park(
                                beans.get(DeadLetterParking.class), "payments", "orderflow.payments.v1", "{")));
    }

    private static Stream<Scenario> useCases() {
        String product = "insert into product values ('A', 'Before', 1250, 0); ";
        List<Line> lines = List.of(new Line("A", 2), new Line("A", 1));
        var one = new PlaceOrder.Command("c-1", "key", lines, "tok_approve", null);
        var another = new PlaceOrder.Command("c-1", "other", lines, "tok_approve", null);
        return Stream.of(
                new Scenario(
                        "an order is placed",
                        product,
                        beans -> beans.get(PlaceOrder.class).place(List.of(one))),
                new Scenario(
                        "orders are placed together",
                        product,
                        beans -> beans.get(PlaceOrder.class).place(List.of(one, another))),
                new Scenario(
                        "an order is cancelled",
                        orders("RESERVED", 1),
                        beans -> beans.get(CancelOrder.class).cancel(id(1))),
                new Scenario(
                        "orders are overdue",
                        orders("PENDING", 1, 2),
                        beans -> beans.get(ExpireOrders.class).expire(OrderStatus.PENDING, HOUR, BATCH)),
                new Scenario(
                        "a product is added",
                        "",
                        beans -> beans.get(MaintainCatalogue.class).put("A", "New", 1, Optional::isEmpty)),
                new Scenario(
                        "a product is changed",
                        product,
                        beans -> beans.get(MaintainCatalogue.class)
                                .put(
                                        "A",
                                        "After",
                                        2,
                                        now -> now.isPresent() && now.get().version() == 0)));
    }

    /** Two hours old. */
    private static String orders(String status, int... numbers) {
        StringBuilder script = new StringBuilder();
        for (int number : numbers) {
            script.append("""
                    insert into orders (id, version, customer_id, status, reason, currency, total, payment_token, created_at)
                    values ('%1$s', 0, 'c-1', '%2$s', %3$s, 'EUR', 1250, 'tok_approve', now() - interval '2 hours');
                    insert into order_line values ('%1$s', 0, 'A', 'Goods', 1, 1250);
                    """.formatted(id(number), status, status.equals("CANCELLED") ? "'EXPIRED'" : "null"));
        }
        return script.toString();
    }
}
