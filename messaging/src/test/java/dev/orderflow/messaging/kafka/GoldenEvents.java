package dev.orderflow.messaging.kafka;

import dev.orderflow.events.DomainEvent;
import dev.orderflow.events.EventType;
import dev.orderflow.events.InventoryEvent.InventoryRejected;
import dev.orderflow.events.InventoryEvent.InventoryReserved;
import dev.orderflow.events.InventoryEvent.ReservationExpired;
import dev.orderflow.events.OrderEvent.OrderCancelled;
import dev.orderflow.events.OrderEvent.OrderConfirmed;
import dev.orderflow.events.OrderEvent.OrderCreated;
import dev.orderflow.events.OrderEvent.OrderRejected;
import dev.orderflow.events.PaymentEvent.PaymentCompleted;
import dev.orderflow.events.PaymentEvent.PaymentFailed;
import dev.orderflow.events.PaymentEvent.PaymentRefunded;
import dev.orderflow.events.PaymentRequest;
import dev.orderflow.events.StockEvent.StockLow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One example of every event, and the golden file with its JSON as it was published. A published file is never changed. */
final class GoldenEvents {

    private static final UUID ORDER = UUID.fromString("0198c6a0-5b1e-7c3d-9a4f-2e6d8b0c1f57");
    private static final PaymentRequest PAYMENT = new PaymentRequest(7_970, "EUR", "tok_approve", null);

    private GoldenEvents() {}

    static DomainEvent event(EventType type) {
        return switch (type) {
            case ORDER_CREATED ->
                new OrderCreated(
                        ORDER,
                        "c-42",
                        List.of(new OrderCreated.Line("BOOK-001", 2), new OrderCreated.Line("LAST-001", 1)),
                        PAYMENT,
                        null);
            case ORDER_CONFIRMED -> new OrderConfirmed(ORDER);
            case ORDER_REJECTED -> new OrderRejected(ORDER, "OUT_OF_STOCK");
            case ORDER_CANCELLED -> new OrderCancelled(ORDER, "EXPIRED");
            case INVENTORY_RESERVED -> new InventoryReserved(ORDER, PAYMENT);
            case INVENTORY_REJECTED -> new InventoryRejected(ORDER, "LAST-001: 1 wanted, 0 available — “Größe M”");
            case RESERVATION_EXPIRED -> new ReservationExpired(ORDER);
            case STOCK_LOW -> new StockLow("LAST-001", 0L, 10L);
            case PAYMENT_COMPLETED -> new PaymentCompleted(ORDER, Long.MAX_VALUE, "EUR");
            case PAYMENT_FAILED -> new PaymentFailed(ORDER, "The \"issuer\" declined");
            case PAYMENT_REFUNDED -> new PaymentRefunded(ORDER, 7_970, "EUR");
        };
    }

    /** The events that carry when their order expires, which they did not at first. */
    static Map<EventType, DomainEvent> expiring() {
        Instant placed = Instant.parse("2026-01-01T12:00:00Z");
        var payment = new PaymentRequest(7_970, "EUR", "tok_approve", placed.plus(Duration.ofMinutes(15)));
        var lines = List.of(new OrderCreated.Line("BOOK-001", 2), new OrderCreated.Line("LAST-001", 1));
        return Map.of(
                EventType.ORDER_CREATED,
                new OrderCreated(ORDER, "c-42", lines, payment, placed.plus(Duration.ofMinutes(10))),
                EventType.INVENTORY_RESERVED,
                new InventoryReserved(ORDER, payment));
    }

    static String json(EventType type) {
        return read("/golden/" + type.wireName() + ".json");
    }

    static String expiringJson(EventType type) {
        return read("/golden/" + type.wireName() + ".expiring.json");
    }

    private static String read(String file) {
        try (var in = GoldenEvents.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new AssertionError("There is no golden file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
