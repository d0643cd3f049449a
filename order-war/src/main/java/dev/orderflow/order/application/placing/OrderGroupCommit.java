package dev.orderflow.order.application.placing;

import dev.orderflow.chassis.failure.FailureKind;
import dev.orderflow.order.application.placing.PlaceOrder.Command;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome;
import dev.orderflow.order.application.placing.PlaceOrder.Outcome.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Group commit for orders. A request that finds a free transaction places its order alone. Otherwise the order is
 * queued, and the next transaction places all queued orders.
 *
 * <p>If a transaction fails permanently, each of its orders is retried alone, so one order cannot fail the others.
 */
@ApplicationScoped
public class OrderGroupCommit {

    /** Limits the duration of a transaction. */
    private static final int BATCH_SIZE = 50;

    @Inject
    AdmissionControl admission;

    @Inject
    PlaceOrder placeOrder;

    private final Queue<QueuedOrder> queue = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init") // CDI calls limitTransactions
    private Semaphore transactions;

    private record QueuedOrder(Command command, CompletableFuture<Outcome> outcome) {}

    @Inject
    void limitTransactions(@ConfigProperty(name = "orderflow.placing.transactions") int permits) {
        transactions = new Semaphore(permits, true);
    }

    /**
     * Returns once the order is stored or refused. Each thread queues its order, takes a turn and places what is
     * queued, so no order stays in the queue.
     */
    public Outcome place(Command command) {
        Refused refused = admission.enter();
        if (refused != null) {
            return refused;
        }
        try {
            var order = new QueuedOrder(command, new CompletableFuture<>());
            queue.add(order);
            transactions.acquireUninterruptibly();
            try {
                placeBatch(nextBatch());
            } finally {
                transactions.release();
            }
            return order.outcome().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        } finally {
            admission.leave();
        }
    }

    /** Returns the number of queued orders. */
    int queued() {
        return queue.size();
    }

    private List<QueuedOrder> nextBatch() {
        List<QueuedOrder> batch = new ArrayList<>();
        QueuedOrder order = queue.poll();
        while (order != null) {
            batch.add(order);
            order = batch.size() < BATCH_SIZE ? queue.poll() : null;
        }
        return batch;
    }

    private void placeBatch(List<QueuedOrder> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Outcome> outcomes =
                    placeOrder.place(batch.stream().map(QueuedOrder::command).toList());
            for (int i = 0; i < outcomes.size(); i++) {
                batch.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (RuntimeException failure) {
            if (batch.size() > 1 && FailureKind.of(failure) != FailureKind.TRANSIENT) {
                batch.forEach(order -> placeBatch(List.of(order)));
            } else {
                batch.forEach(order -> order.outcome().completeExceptionally(failure));
            }
        } finally {
            // No effect on completed requests. Without it, the others would wait forever.
            batch.forEach(order -> order.outcome()
                    .completeExceptionally(new IllegalStateException("The thread that placed orders died")));
        }
    }
}
