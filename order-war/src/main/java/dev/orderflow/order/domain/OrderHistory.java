package dev.orderflow.order.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of an order's life as it happened. Rows are only ever added; the database adds the time. */
@Entity
@Table(name = "order_history")
@SuppressWarnings("UnusedVariable") // Hibernate reads the fields
public class OrderHistory {

    @Id
    private UUID id;

    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "from_status")
    @Enumerated(EnumType.STRING)
    private @Nullable OrderStatus from;

    @Column(name = "to_status")
    @Enumerated(EnumType.STRING)
    private OrderStatus to;

    /** The name of the signal, or PLACED. */
    private String cause;

    @Column(name = "event_id")
    private @Nullable UUID eventId;

    @Column(name = "published_event_id")
    private @Nullable UUID publishedEventId;

    @Column(name = "trace_parent")
    private @Nullable String traceParent;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected OrderHistory() {}

    private OrderHistory(
            UUID id,
            UUID orderId,
            @Nullable OrderStatus from,
            OrderStatus to,
            String cause,
            @Nullable UUID eventId,
            @Nullable UUID publishedEventId,
            @Nullable String traceParent) {
        this.id = id;
        this.orderId = orderId;
        this.from = from;
        this.to = to;
        this.cause = cause;
        this.eventId = eventId;
        this.publishedEventId = publishedEventId;
        this.traceParent = traceParent;
    }

    /** The first step. */
    public static OrderHistory placed(UUID id, UUID orderId, UUID publishedEventId, @Nullable String traceParent) {
        return new OrderHistory(id, orderId, null, OrderStatus.PENDING, "PLACED", null, publishedEventId, traceParent);
    }

    /**
     * A later step; one whose cause changed nothing ends where it began.
     *
     * @param eventId of the event that was the cause; null where a request or a deadline was
     * @param publishedEventId of the event that tells the others; null where they need not know
     */
    public static OrderHistory step(
            UUID id,
            UUID orderId,
            OrderStatus from,
            OrderStatus to,
            OrderSignal cause,
            @Nullable UUID eventId,
            @Nullable UUID publishedEventId,
            @Nullable String traceParent) {
        return new OrderHistory(id, orderId, from, to, cause.name(), eventId, publishedEventId, traceParent);
    }
}
