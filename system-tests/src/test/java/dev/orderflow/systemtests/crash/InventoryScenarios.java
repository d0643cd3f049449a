package dev.orderflow.systemtests.crash;

import static dev.orderflow.systemtests.crash.Scenario.delivery;
import static dev.orderflow.systemtests.crash.Scenario.id;

import dev.orderflow.events.OrderEvent.OrderCancelled;
import dev.orderflow.events.OrderEvent.OrderConfirmed;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.events.OrderEvent.OrderRejected;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.inventory.application.ExpireReservations;
import dev.orderflow.inventory.application.stock.AdjustStock;
import dev.orderflow.inventory.application.stock.SetLowStockThreshold;
import dev.orderflow.inventory.domain.stock.AdjustmentKind;
import dev.orderflow.inventory.domain.stock.StockAdjustment;
import dev.orderflow.inventory.messaging.OrderEventsConsumer;
import java.time.Duration;
import java.util.stream.Stream;

/** The transactions that change the inventory database. */
public final class InventoryScenarios {

    private static final int BATCH = 10;
    private static final Duration HOUR = Duration.ofHours(1);

    /** Low at three, so a reservation of two publishes StockLow. */
    private static final String STOCK =
            "insert into stock (sku, on_hand, low_at) values ('A', 4, 3), ('B', 4, 0), ('C', 0, 0); ";

    /** Three reservations of one A and one B each, two hours old. */
    static final String HELD = """
            insert into stock (sku, on_hand, reserved) values ('A', 4, 3), ('B', 4, 3);
            insert into reservation (order_id, status, version, created_at)
            select ('%1$s-0000-7000-8000-00000000000' || i)::uuid, 'HELD', 0, now() - interval '2 hours'
            from generate_series(1, 3) i;
            insert into reservation_line select order_id, sku, 1 from reservation, stock""".formatted(DatabaseRows.GIVEN);

    private static final String FOLLOWED = "; insert into published_orders values (0, 1, now())";

    private InventoryScenarios() {}

    public static Stream<Scenario> all() {
        return Stream.concat(events(), useCases());
    }

    private static Stream<Scenario> events() {
        return Stream.of(
                delivery(
                        "one held, one refused",
                        STOCK,
                        OrderEventsConsumer.class,
                        created(1, "A", "B"),
                        created(2, "B", "C")),
                delivery(
                        "one sold, two released",
                        HELD,
                        OrderEventsConsumer.class,
                        new OrderConfirmed(id(1)),
                        new OrderRejected(id(2), "PAYMENT_DECLINED"),
                        new OrderCancelled(id(3), "EXPIRED")),
                delivery(
                        "released before it was asked for, and in the same batch asked for",
                        STOCK,
                        OrderEventsConsumer.class,
                        new OrderCancelled(id(1), "EXPIRED"),
                        created(1, "A")));
    }

    private static Stream<Scenario> useCases() {
        return Stream.of(
                adjustment(
                        "goods come in that were never known",
                        new StockAdjustment("D", AdjustmentKind.RECEIVE, 5, "r", "k")),
                adjustment("goods are counted", new StockAdjustment("A", AdjustmentKind.COUNT, 1, "r", "k")),
                new Scenario(
                        "stock is watched",
                        STOCK,
                        beans -> beans.get(SetLowStockThreshold.class).set("B", 2)),
                new Scenario(
                        "reservations expire",
                        HELD + FOLLOWED,
                        beans -> beans.get(ExpireReservations.class).expire(HOUR, Duration.ZERO, BATCH)));
    }

    private static Scenario adjustment(String name, StockAdjustment adjustment) {
        return new Scenario(name, STOCK, beans -> beans.get(AdjustStock.class).adjust(adjustment));
    }

    private static OrderCreated created(int number, String... skus) {
        return new OrderCreated(
                id(number),
                "c-1",
                Stream.of(skus).map(sku -> new OrderCreated.Line(sku, 2)).toList(),
                new PaymentRequest(1250, "EUR", "tok_approve", null),
                null);
    }
}
