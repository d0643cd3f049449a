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

/** Passes a parked record to the handler of its channel again. */
@ApplicationScoped
public class EventRedelivery {

    @Inject
    IncomingChannels channels;

    @Inject
    EventReader reader;

    @Inject
    MessagingSpans spans;

    /**
     * Handles the record in the caller's transaction. It skips the inbox, because parking has claimed the event and the
     * caller has locked its dead letter.
     *
     * @throws PermanentFailure if the record still cannot be read, or the service no longer has the channel
     */
    @Transactional(TxType.MANDATORY)
    public void deliver(String channel, IncomingRecord message) {
        RegisteredHandlers handler = channels.handler(channel)
                .orElseThrow(() -> new PermanentFailure("This service has no channel " + channel + " any more", null));
        reader.read(message, handler::handles).ifPresent(received -> deliver(handler, received));
    }

    /** Continues the trace of the event, and links to the trace of the request. */
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
