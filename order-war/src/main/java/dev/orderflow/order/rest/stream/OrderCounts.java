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
import org.jspecify.annotations.Nullable;

/** Number of orders by status, and outcomes of the last ten minutes. Ages are in seconds. */
@JsonbNillable
@JsonbPropertyOrder({"position", "at", "orders", "oldestPending", "oldestReserved", "slotSeconds", "slots"})
public record OrderCounts(
        long position,

        String at,

        InStatus orders,

        @Nullable Double oldestPending,

        @Nullable Double oldestReserved,

        long slotSeconds,

        List<Slot> slots) {

    private static final double MILLIS = 1000;

    /** Number of all orders of the system, by status. */
    @JsonbPropertyOrder({"pending", "reserved", "confirmed", "rejected", "cancelled"})
    public record InStatus(long pending, long reserved, long confirmed, long rejected, long cancelled) {}

    /** Orders that were placed or ended in a time slot. */
    @JsonbPropertyOrder({"from", "placed", "confirmed", "rejected", "cancelled"})
    public record Slot(String from, long placed, long confirmed, long rejected, long cancelled) {

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
