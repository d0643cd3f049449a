package dev.orderflow.events.schedule;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs tasks again and again until the service ends. Every replica runs them, so a task must be safe beside itself. */
@ApplicationScoped
public class PeriodicTasks {

    private static final Logger LOG = Logger.getLogger(PeriodicTasks.class.getName());

    @Inject
    ManagedScheduledExecutorService executor;

    private final List<Future<?>> tasks = new CopyOnWriteArrayList<>();

    /**
     * Runs a task until it finds less than a batch to do; then pauses. A task that fails is run again after the pause: what
     * was due is due then.
     *
     * @param pause before the first run too
     * @param report what the log says of a run that did something; {@code %d} stands for how much
     * @param task does a batch at most, in a transaction of its own, and returns how much it did
     */
    public void every(Duration pause, String report, int batch, IntSupplier task) {
        Runnable pass = () -> {
            try {
                int done;
                do {
                    done = task.getAsInt();
                    if (done > 0) {
                        LOG.log(Level.INFO, report.formatted(done));
                    }
                } while (done == batch && !Thread.currentThread().isInterrupted());
            } catch (RuntimeException failure) {
                LOG.log(Level.WARNING, "A periodic task failed and is tried again in " + pause, failure);
            }
        };
        tasks.add(executor.scheduleWithFixedDelay(pass, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    void stop(@Observes Shutdown event) {
        tasks.forEach(task -> task.cancel(true));
    }
}
