package dev.orderflow.order.rest.stream;

import dev.orderflow.order.application.CountOrders;
import dev.orderflow.order.application.CountOrders.Counts;
import dev.orderflow.order.domain.OrderStatus;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many orders are in each status, and what became of orders in the last ten minutes. */
@JsonbNillable
@JsonbPropertyOrder({"position", "at", "orders", "oldestPending", "oldestReserved", "slotSeconds", "slots"})
@Schema(
        name = "OrderCounts",
        requiredProperties = {"position", "at", "orders", "oldestPending", "oldestReserved", "slotSeconds", "slots"},
        examples = """
                {"position": 1042, "at": "2026-01-31T09:10:00.123456Z",
                 "orders": {"pending": 1, "reserved": 2, "confirmed": 312, "rejected": 17, "cancelled": 4},
                 "oldestPending": 0.4, "oldestReserved": 2.1, "slotSeconds": 10,
                 "slots": [{"from": "2026-01-31T09:09:50Z", "placed": 4, "confirmed": 3, "rejected": 1, "cancelled": 0}]}""")
public record OrderCounts(
        @Schema(description = "id of the last counted event of the order stream; add later events to the counts")
        long position,

        @Schema(description = "Time of the counts, by the database's clock", format = "date-time")
        String at,

        @Schema(description = "Number of orders by status") InStatus orders,

        @Schema(description = "Age of the oldest PENDING order, s; null if there is none", nullable = true) @Nullable
        Double oldestPending,

        @Schema(description = "Age of the oldest RESERVED order, s; null if there is none", nullable = true) @Nullable
        Double oldestReserved,

        @Schema(description = "Length of a slot, s") long slotSeconds,

        @Schema(description = "Slots of the last ten minutes, earliest first; empty slots are omitted")
        List<Slot> slots) {

    private static final double MILLIS = 1000;

    /** Of all orders there have ever been. */
    @JsonbPropertyOrder({"pending", "reserved", "confirmed", "rejected", "cancelled"})
    @Schema(
            name = "OrdersInStatus",
            requiredProperties = {"pending", "reserved", "confirmed", "rejected", "cancelled"})
    public record InStatus(long pending, long reserved, long confirmed, long rejected, long cancelled) {}

    /** How many orders were placed and how many ended, in a slot of time. */
    @JsonbPropertyOrder({"from", "placed", "confirmed", "rejected", "cancelled"})
    @Schema(
            name = "OrderSlot",
            requiredProperties = {"from", "placed", "confirmed", "rejected", "cancelled"})
    public record Slot(
            @Schema(format = "date-time") String from, long placed, long confirmed, long rejected, long cancelled) {

        static Slot of(Instant from, Map<OrderStatus, Long> entered) {
            return new Slot(
                    from.toString(),
                    number(entered, OrderStatus.PENDING),
                    number(entered, OrderStatus.CONFIRMED),
                    number(entered, OrderStatus.REJECTED),
                    number(entered, OrderStatus.CANCELLED));
        }
    }

    static OrderCounts of(Counts counts) {
        Map<OrderStatus, Long> orders = counts.inStatus();
        return new OrderCounts(
                counts.position(),
                counts.at().toString(),
                new InStatus(
                        number(orders, OrderStatus.PENDING),
                        number(orders, OrderStatus.RESERVED),
                        number(orders, OrderStatus.CONFIRMED),
                        number(orders, OrderStatus.REJECTED),
                        number(orders, OrderStatus.CANCELLED)),
                seconds(counts.oldest().get(OrderStatus.PENDING)),
                seconds(counts.oldest().get(OrderStatus.RESERVED)),
                CountOrders.SLOT.toSeconds(),
                counts.lately().entrySet().stream()
                        .map(slot -> Slot.of(slot.getKey(), slot.getValue()))
                        .toList());
    }

    private static long number(Map<OrderStatus, Long> orders, OrderStatus status) {
        return orders.getOrDefault(status, 0L);
    }

    private static @Nullable Double seconds(@Nullable Duration age) {
        return age == null ? null : age.toMillis() / MILLIS;
    }
}
