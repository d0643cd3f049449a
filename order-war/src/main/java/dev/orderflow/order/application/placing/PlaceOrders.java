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
 * Group commit for orders. A request that finds a free slot places its order alone; otherwise it joins the next
 * transaction, which places all orders that wait.
 *
 * <p>A failed transaction is repeated with each order alone, unless the failure is transient: one order does not fail
 * the others.
 */
@ApplicationScoped
public class PlaceOrders {

    /** Limits how long the requests of a transaction wait for it. */
    private static final int MOST = 50;

    @Inject
    Intake intake;

    @Inject
    PlaceOrder placeOrder;

    private final Queue<Waiting> line = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init") // CDI calls limit
    private Semaphore turns;

    private record Waiting(Command command, CompletableFuture<Outcome> outcome) {}

    @Inject
    void limit(@ConfigProperty(name = "orderflow.placing.transactions") int transactions) {
        turns = new Semaphore(transactions, true);
    }

    /**
     * Returns when the order is stored or refused. Each thread takes one turn after it has queued its order, and takes
     * queued orders if there are any: so no order stays in the queue.
     */
    public Outcome place(Command command) {
        Refused refused = intake.enter();
        if (refused != null) {
            return refused;
        }
        try {
            var mine = new Waiting(command, new CompletableFuture<>());
            line.add(mine);
            turns.acquireUninterruptibly();
            try {
                placeTogether(next());
            } finally {
                turns.release();
            }
            return mine.outcome().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
        } finally {
            intake.leave();
        }
    }

    /** Returns how many orders are queued and in no transaction yet. */
    int waiting() {
        return line.size();
    }

    private List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>();
        Waiting waiting = line.poll();
        while (waiting != null) {
            batch.add(waiting);
            waiting = batch.size() < MOST ? line.poll() : null;
        }
        return batch;
    }

    private void placeTogether(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Outcome> outcomes =
                    placeOrder.place(batch.stream().map(Waiting::command).toList());
            for (int i = 0; i < outcomes.size(); i++) {
                batch.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (RuntimeException failure) {
            if (batch.size() > 1 && FailureKind.of(failure) != FailureKind.TRANSIENT) {
                batch.forEach(one -> placeTogether(List.of(one)));
            } else {
                batch.forEach(one -> one.outcome().completeExceptionally(failure));
            }
        } finally {
            // Without effect on requests that have an outcome; the others would wait for ever.
            batch.forEach(one -> one.outcome()
                    .completeExceptionally(new IllegalStateException("The thread that placed orders died")));
        }
    }
}
