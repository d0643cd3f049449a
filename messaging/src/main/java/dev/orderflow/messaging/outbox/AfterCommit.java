package dev.orderflow.messaging.outbox;

import dev.orderflow.events.EventType;
import io.opentelemetry.context.Context;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What happens once a transaction that wrote to the outbox has committed: the relay is woken, and the log tells what is now
 * true. That is one line for each step of an order, in the service that took it.
 */
final class AfterCommit implements Synchronization {

    private static final Logger LOG = Logger.getLogger("dev.orderflow.messaging.Outbox");

    private record Told(EventType type, UUID id, String key, Context context) {}

    private final EventRelay relay;
    private final List<Told> told = new ArrayList<>();

    AfterCommit(EventRelay relay) {
        this.relay = relay;
    }

    /** @param context in which it was appended, which is over by then */
    void tell(EventType type, UUID id, String key, Context context) {
        told.add(new Told(type, id, key, context));
    }

    @Override
    public void beforeCompletion() {
        // Nothing to do: the rows are flushed with everything else.
    }

    @Override
    public void afterCompletion(int status) {
        if (status != Status.STATUS_COMMITTED) {
            return;
        }
        relay.wake();
        if (LOG.isLoggable(Level.INFO)) {
            told.forEach(AfterCommit::log);
        }
    }

    private static void log(Told event) {
        event.context()
                .wrap(() ->
                        LOG.log(Level.INFO, "{0} {1}: event {2}", new Object[] {event.type(), event.key(), event.id()}))
                .run();
    }
}
