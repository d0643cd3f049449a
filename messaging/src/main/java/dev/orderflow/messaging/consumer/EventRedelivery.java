package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.failure.PermanentFailure;
import dev.orderflow.chassis.telemetry.TraceContext;
import dev.orderflow.messaging.kafka.IncomingRecord;
import dev.orderflow.messaging.kafka.ReceivedEvent;
import dev.orderflow.messaging.observability.MessagingSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/** Hands a record that was parked to the handler of its channel once more. */
@ApplicationScoped
public class EventRedelivery {

    @Inject
    IncomingChannels channels;

    @Inject
    EventReader reader;

    @Inject
    MessagingSpans spans;

    /**
     * Handles the record as if it had just arrived, in the caller's transaction. The inbox is not asked: the event was
     * claimed when it was parked, and the caller holds its dead letter.
     *
     * @throws PermanentFailure when the record still cannot be read, or the service has no such channel any more
     */
    @Transactional(TxType.MANDATORY)
    public void deliver(String channel, IncomingRecord message) {
        RegisteredHandlers handler = channels.handler(channel)
                .orElseThrow(() -> new PermanentFailure("This service has no channel " + channel + " any more", null));
        reader.read(message, handler::handles).ifPresent(received -> deliver(handler, received));
    }

    /** In the trace of the event, with a link to that of the request. */
    private void deliver(RegisteredHandlers handler, ReceivedEvent received) {
        Span span = spans.process(received.source(), Span.current());
        Context context = TraceContext.forOrder(
                Context.root().with(span), received.event().key());
        try {
            context.wrap(() -> BatchTransaction.handleAll(handler, List.of(received)))
                    .run();
            MessagingSpans.end(span, null);
        } catch (RuntimeException failure) {
            MessagingSpans.end(span, failure);
            throw failure;
        }
    }
}
