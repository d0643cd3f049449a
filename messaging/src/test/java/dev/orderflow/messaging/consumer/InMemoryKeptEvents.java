package dev.orderflow.messaging.consumer;

import dev.orderflow.events.EventHeaders;
import dev.orderflow.events.EventType;
import dev.orderflow.messaging.kafka.IncomingRecord;
import dev.orderflow.messaging.kept.KeptEvents;
import java.util.ArrayList;
import java.util.List;

/** Kept events of one channel, without a database. */
final class InMemoryKeptEvents extends KeptEvents {

    final List<KeptEvent> rows = new ArrayList<>();

    @Override
    public void keep(String channel, List<IncomingRecord> messages) {
        messages.forEach(message -> rows.add(new KeptEvent(rows.size() + 1L, message)));
    }

    @Override
    public List<KeptEvent> known(String channel, long after, int limit) {
        return rows.stream()
                .filter(row -> row.seq() > after
                        && EventType.named(row.source().headers().getOrDefault(EventHeaders.TYPE, ""))
                                .isPresent())
                .limit(limit)
                .toList();
    }

    @Override
    public void forget(List<KeptEvent> events) {
        rows.removeAll(events);
    }
}
