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

/** Publishes through the service's only outgoing channel. Each record names its topic. */
@ApplicationScoped
public class ChannelPublisher implements RecordPublisher {

    /** The buffer needs no bound, because a relay pass waits until all records it sent are acknowledged. */
    @Inject
    @Channel("outbox")
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    /** Synchronized, because an emitter is not thread-safe. */
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

    /** Whether the channel accepts records. Once it does not, only a restart helps. */
    public boolean isAlive() {
        return !emitter.isCancelled();
    }
}
