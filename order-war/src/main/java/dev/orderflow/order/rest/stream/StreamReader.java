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

/** Reads from the database what clients have not had yet. To be used by one thread. */
@ApplicationScoped
public class StreamReader {

    private static final long UNKNOWN = -1;

    @Inject
    FindOrders findOrders;

    @Inject
    OrderJson json;

    /** Most new steps that are read at once, for all clients. */
    @Inject
    @ConfigProperty(name = "orderflow.stream.batch")
    int batch;

    /** Most clients that catch up between two looks for new steps. */
    @Inject
    @ConfigProperty(name = "orderflow.stream.catch-up")
    int catchUp;

    /** Up to here everything was read for all clients at once. */
    private long tail = UNKNOWN;

    private long pages;

    /** There are no clients; when one comes, reading goes on from where the sequence is then. */
    void rest() {
        tail = UNKNOWN;
    }

    /** Reads one batch for all and some pages for those who are behind; whether there is more. */
    boolean pass(List<OrderStream> streams) {
        OptionalLong complete = findOrders.highWaterMark();
        if (complete.isEmpty()) {
            return false;
        }
        long end = complete.getAsLong();
        boolean more = tail != UNKNOWN && tail < end && readNew(streams, tail, end);
        tail = more ? tail : end;
        return catchUp(streams, tail) || more;
    }

    /** Whether there is more. */
    private boolean readNew(List<OrderStream> streams, long from, long end) {
        List<StepEvent> news = read(from, end, null, batch);
        boolean more = news.size() == batch;
        tail = more ? news.getLast().step().position() : end;
        for (OrderStream stream : streams) {
            if (!stream.isBehind(from)) {
                stream.send(news, tail);
            }
        }
        return more;
    }

    /** A page for those who have waited longest; whether there is more. */
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
                .map(step -> new StepEvent(step, json::of))
                .toList();
    }
}
