package dev.orderflow.chassis.work;

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

/**
 * Runs tasks periodically until the service stops. Every replica runs them, so a task must tolerate concurrent runs.
 */
@ApplicationScoped
public class PeriodicTasks {

    private static final Logger LOG = Logger.getLogger(PeriodicTasks.class.getName());

    @Inject
    ManagedScheduledExecutorService executor;

    @Inject
    Heartbeats heartbeats;

    private final List<Future<?>> tasks = new CopyOnWriteArrayList<>();

    /**
     * Runs a task repeatedly until it handles less than a full batch, then pauses. A failed task runs again after the
     * pause.
     *
     * @param name of its heartbeat, as shown by liveness
     * @param pause before each run, including the first
     * @param report log message of a run that did something; {@code %d} is the total
     * @param task handles at most one batch, in its own transaction, and returns how much it did
     */
    public void every(String name, Duration pause, String report, int batch, IntSupplier task) {
        Runnable pass = new TaskRun(heartbeats.of(name), pause, report, batch, task);
        tasks.add(executor.scheduleWithFixedDelay(pass, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    void stop(@Observes Shutdown event) {
        tasks.forEach(task -> task.cancel(true));
    }

    private static final class TaskRun implements Runnable {

        private final Heartbeat heartbeat;
        private final Duration pause;
        private final String report;
        private final int batch;
        private final IntSupplier task;
        private final FailureLog failures = new FailureLog(LOG, "A periodic task failed and is tried again");

        TaskRun(Heartbeat heartbeat, Duration pause, String report, int batch, IntSupplier task) {
            this.heartbeat = heartbeat;
            this.pause = pause;
            this.report = report;
            this.batch = batch;
            this.task = task;
        }

        @Override
        public void run() {
            int total = 0;
            try {
                int done;
                do {
                    heartbeat.working();
                    done = task.getAsInt();
                    total += done;
                } while (done == batch && !Thread.currentThread().isInterrupted());
                failures.worked();
                heartbeat.pausing(pause);
            } catch (RuntimeException failure) {
                heartbeat.failed(failure, pause);
                failures.failed(failure);
            }
            if (total > 0) {
                LOG.log(Level.INFO, report.formatted(total));
            }
        }
    }
}
