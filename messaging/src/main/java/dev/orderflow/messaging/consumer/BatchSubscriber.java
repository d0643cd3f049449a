package dev.orderflow.messaging.consumer;

import dev.orderflow.chassis.failure.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Queues what the connector delivers, up to a bound, until a worker takes it. Never throws and never nacks into the connector. */
final class BatchSubscriber implements Subscriber<Message<String>> {

    private final int capacity;
    private final BlockingQueue<Message<String>> queue = new LinkedBlockingQueue<>();
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
        endedBy = Cause.of(failure);
    }

    @Override
    public void onComplete() {
        endedBy = "completion";
    }

    /** Waits a while for a message, and takes with it whatever else has arrived, up to the limit; none when none came. */
    List<Message<String>> take(int limit, long waitMillis) throws InterruptedException {
        Message<String> first = queue.poll(waitMillis, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        List<Message<String>> batch = new ArrayList<>();
        batch.add(first);
        queue.drainTo(batch, limit - 1);
        return batch;
    }

    /** The effects of these messages are committed: acknowledges them in their sequence and asks for as many more. */
    void acknowledge(List<Message<String>> messages) {
        messages.forEach(Message::ack);
        Subscription current = subscription;
        if (current != null) {
            current.request(messages.size());
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
