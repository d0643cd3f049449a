package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.messaging.kafka.IncomingRecord;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Queues what the connector delivers, up to a bound, until a worker takes it. Never throws and never nacks into the
 * connector.
 */
final class BatchSubscriber implements Subscriber<Message<String>> {

    private final int capacity;
    private final BlockingQueue<Message<String>> queue = new LinkedBlockingQueue<>();

    /** What was taken and is not acknowledged. For the worker alone. */
    private final IdentityHashMap<IncomingRecord, Message<String>> taken = new IdentityHashMap<>();

    private volatile @Nullable Subscription subscription;
    private volatile @Nullable String endedBy;

    BatchSubscriber(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(capacity);
    }

    @Override
    public void onNext(Message<String> message) {
        queue.add(message);
    }

    @Override
    public void onError(Throwable failure) {
        endedBy = FailureSummary.of(failure);
    }

    @Override
    public void onComplete() {
        endedBy = "completion";
    }

    /**
     * Waits a while for a message, and takes with it whatever else has arrived, up to the limit; none when none came.
     */
    List<IncomingRecord> take(int limit, long waitMillis) throws InterruptedException {
        Message<String> first = queue.poll(waitMillis, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        List<Message<String>> batch = new ArrayList<>();
        batch.add(first);
        queue.drainTo(batch, limit - 1);
        return batch.stream().map(this::record).toList();
    }

    private IncomingRecord record(Message<String> message) {
        IncomingRecord source = IncomingRecord.of(message);
        taken.put(source, message);
        return source;
    }

    /**
     * The effects of these records are committed: acknowledges them in their sequence and asks for as many more. The
     * connector commits no offset beyond a record that is not acknowledged, whatever follows it.
     */
    void acknowledge(List<IncomingRecord> records) {
        records.forEach(source ->
                Objects.requireNonNull(taken.remove(source), "was taken").ack());
        Subscription current = subscription;
        if (current != null && !records.isEmpty()) {
            current.request(records.size());
        }
    }

    boolean isSubscribed() {
        return subscription != null;
    }

    /** How many messages wait in memory. */
    int waiting() {
        return queue.size();
    }

    /** What ended the channel; null while it lives. */
    @Nullable
    String endedBy() {
        return endedBy;
    }
}
