package dev.orderflow.messaging.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes through the one outgoing channel of the service; each record names its own topic. */
@ApplicationScoped
public class ChannelPublisher implements RecordPublisher {

    /** Unbounded, because the relay bounds it: a pass waits for the acknowledgement of all it sent. */
    @Inject
    @Channel("outbox")
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    /** By one thread at a time, as an emitter wants it. */
    @Override
    public synchronized CompletionStage<Void> publish(ProducerRecord<String, String> message) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        emitter.send(Message.of(
                message,
                () -> {
                    acknowledged.complete(null);
                    return CompletableFuture.completedStage(null);
                },
                failure -> {
                    acknowledged.completeExceptionally(failure);
                    return CompletableFuture.completedStage(null);
                }));
        return acknowledged;
    }

    /** Whether the channel still takes records; once it does not, only a restart helps. */
    public boolean isAlive() {
        return !emitter.isCancelled();
    }
}
