package dev.orderflow.order.application;

import dev.orderflow.events.schema.SchemaMigrated;
import dev.orderflow.order.domain.OrderStatus;
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

/** What must happen again and again, in every replica, from the moment the schema is there. */
@ApplicationScoped
public class Schedule {

    private static final Logger LOG = Logger.getLogger(Schedule.class.getName());

    @Inject
    ManagedScheduledExecutorService executor;

    @Inject
    OrderSettings settings;

    @Inject
    ExpireOrders expireOrders;

    @Inject
    PurgeKeys purgeKeys;

    private final List<Future<?>> tasks = new CopyOnWriteArrayList<>();

    void start(@Observes SchemaMigrated event) {
        for (OrderStatus status : List.of(OrderStatus.PENDING, OrderStatus.RESERVED)) {
            int batch = settings.deadlineBatch();
            every(
                    settings.scanEvery(),
                    "%d orders were overdue in " + status + " and are cancelled",
                    batch,
                    () -> expireOrders.expire(status, settings.deadline(status), batch));
        }
        int batch = settings.purgeBatch();
        every(
                settings.purgeEvery(),
                "%d idempotency keys are forgotten",
                batch,
                () -> purgeKeys.purge(settings.keyRetention(), batch));
    }

    void stop(@Observes Shutdown event) {
        tasks.forEach(task -> task.cancel(true));
    }

    /** Runs the task until it finds less than a batch to do; then pauses. */
    private void every(Duration pause, String report, int batch, IntSupplier task) {
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
                // Nothing is lost: what was due is due at the next pass.
                LOG.log(Level.WARNING, "A periodic task failed and is tried again in " + pause, failure);
            }
        };
        tasks.add(executor.scheduleWithFixedDelay(pass, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
    }
}
