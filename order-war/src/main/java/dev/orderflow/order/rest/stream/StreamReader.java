package dev.orderflow.order.rest.stream;

import dev.orderflow.order.application.FindOrders;
import dev.orderflow.order.rest.order.OrderJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads the transitions that clients have not received yet. Not thread-safe. */
@ApplicationScoped
public class StreamReader {

    private static final long UNKNOWN = -1;

    @Inject
    FindOrders findOrders;

    @Inject
    OrderJson json;

    /** Maximum number of new transitions per read, for all clients. */
    @Inject
    @ConfigProperty(name = "orderflow.stream.batch")
    int batch;

    /** Maximum number of lagging clients that get a page of their own between two reads of new transitions. */
    @Inject
    @ConfigProperty(name = "orderflow.stream.catch-up")
    int catchUp;

    /** Position up to which new transitions were read for all clients. */
    private long tail = UNKNOWN;

    private long pages;

    /** Forgets its position, because there are no clients. The next pass starts at the high-water mark of that time. */
    void rest() {
        tail = UNKNOWN;
    }

    /** Reads one batch for all clients, and pages for those that lag behind. Returns whether there is more. */
    boolean pass(List<OrderStream> streams) {
        OptionalLong highWaterMark = findOrders.highWaterMark();
        if (highWaterMark.isEmpty()) {
            return false;
        }
        long end = highWaterMark.getAsLong();
        boolean more = tail != UNKNOWN && tail < end && readNew(streams, tail, end);
        tail = more ? tail : end;
        return catchUp(streams, tail) || more;
    }

    /** Returns whether there is more. */
    private boolean readNew(List<OrderStream> streams, long from, long end) {
        List<StepEvent> events = read(from, end, null, batch);
        boolean more = events.size() == batch;
        tail = more ? events.getLast().step().position() : end;
        for (OrderStream stream : streams) {
            if (!stream.isBehind(from)) {
                stream.send(events, tail);
            }
        }
        return more;
    }

    /** Reads a page for each of the clients that have waited longest. Returns whether there is more. */
    private boolean catchUp(List<OrderStream> streams, long end) {
        List<OrderStream> behind = streams.stream()
                .filter(stream -> stream.isBehind(end) && stream.room() > 0)
                .sorted(Comparator.comparingLong(OrderStream::lastPage))
                .limit(catchUp)
                .toList();
        boolean more = behind.size() == catchUp;
        for (OrderStream stream : behind) {
            int limit = stream.room();
            List<StepEvent> page = read(stream.position(), end, stream.orderId(), limit);
            stream.send(page, page.size() < limit ? end : page.getLast().step().position());
            stream.lastPage(++pages);
            more |= stream.isBehind(end) && stream.room() > 0;
        }
        return more;
    }

    private List<StepEvent> read(long after, long until, @Nullable UUID orderId, int limit) {
        return findOrders.transitionsBetween(after, until, orderId, limit).stream()
                .map(transition -> new StepEvent(transition, json::of))
                .toList();
    }
}
