package dev.orderflow.order.rest.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a client has got in the one sequence of all steps. Not thread-safe. */
final class StreamCursor {

    private final @Nullable UUID orderId;
    private long position;

    /**
     * @param orderId of the one order that is followed; null for all
     * @param position after which the client goes on
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

    /** Whether steps up to there may still be due. */
    boolean isBefore(long end) {
        return position < end;
    }

    /**
     * Picks what the client has not had yet, and moves on. What finds no room is due again later.
     *
     * @param steps nothing that the client follows is missing in them from the cursor to {@code end}
     * @param room most steps that may be picked
     */
    List<StepEvent> pick(List<StepEvent> steps, long end, int room) {
        List<StepEvent> picked = new ArrayList<>();
        for (StepEvent event : steps) {
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
