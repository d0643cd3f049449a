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
 * Places orders, those that are asked for at the same time in one transaction (a group commit). Who comes while few
 * transactions are under way places its order at once and alone; who comes while as many run as may leads the next one,
 * or finds that another has placed its order meanwhile.
 *
 * <p>Nobody suffers for another: a transaction that fails for a reason of which one of its orders may be the cause is
 * repeated with each by itself.
 */
@ApplicationScoped
public class PlaceOrders {

    /** A transaction is to end soon, for all who wait for it. */
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
     * Returns once the order is stored, or certainly not. Every thread takes one turn after it has joined the line, and
     * takes somebody out of it if there is anybody: so nobody is left in it.
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

    /** How many have asked and are in no transaction yet. */
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
            // Without effect on whoever has an outcome; whoever has none by now would wait for ever.
            batch.forEach(one -> one.outcome()
                    .completeExceptionally(new IllegalStateException("The thread that placed orders died")));
        }
    }
}
