package dev.orderflow.order.rest.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client's position in the sequence of all status transitions. Not thread-safe. */
final class StreamCursor {

    private final @Nullable UUID orderId;
    private long position;

    /**
     * @param orderId the order to follow; null for all orders
     * @param position position of the last transition that the client has received
     */
    StreamCursor(@Nullable UUID orderId, long position) {
        this.orderId = orderId;
        this.position = position;
    }

    @Nullable
    UUID orderId() {
        return orderId;
    }

    long position() {
        return position;
    }

    /** Whether transitions up to this position may still have to be sent. */
    boolean isBefore(long end) {
        return position < end;
    }

    /**
     * Returns the events that the client has not received yet, and advances. Events without room are left for a later
     * call.
     *
     * @param events must contain every event from the cursor to {@code end} that the client follows
     * @param room maximum number of events to return
     */
    List<StepEvent> pick(List<StepEvent> events, long end, int room) {
        List<StepEvent> picked = new ArrayList<>();
        for (StepEvent event : events) {
            if (!isBefore(event.step().position()) || !follows(event.step().orderId())) {
                continue;
            }
            if (picked.size() == room) {
                return picked;
            }
            picked.add(event);
            position = event.step().position();
        }
        if (isBefore(end)) {
            position = end;
        }
        return picked;
    }

    private boolean follows(UUID order) {
        return orderId == null || orderId.equals(order);
    }
}
