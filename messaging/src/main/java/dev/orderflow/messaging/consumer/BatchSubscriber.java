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
 * Queues the records that the connector delivers, up to a limit, until a worker takes them. It never throws into the
 * connector and never nacks: either would end the channel.
 */
final class BatchSubscriber implements Subscriber<Message<String>> {

    private final int capacity;
    private final BlockingQueue<Message<String>> queue = new LinkedBlockingQueue<>();

    /** Records that were taken but not acknowledged. Used by the worker thread only. */
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
     * Waits for a record and takes it with all others that have arrived, up to the limit. Returns an empty list if none
     * arrives in time.
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
     * Acknowledges records in order, after their effects are committed, and requests as many more. The connector
     * commits no offset beyond an unacknowledged record.
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

    /** Number of queued records. */
    int waiting() {
        return queue.size();
    }

    /** Why the channel ended; null while it runs. */
    @Nullable
    String endedBy() {
        return endedBy;
    }
}
