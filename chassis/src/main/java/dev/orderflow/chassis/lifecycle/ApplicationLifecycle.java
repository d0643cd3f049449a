package dev.orderflow.chassis.lifecycle;

import dev.orderflow.chassis.failure.BackOff;
import dev.orderflow.chassis.failure.FailureSummary;
import dev.orderflow.chassis.failure.LoggedFailure;
import dev.orderflow.chassis.schema.SchemaMigrated;
import dev.orderflow.chassis.schema.SchemaMigration;
import dev.orderflow.chassis.work.WorkerThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Migrates the schema in the background, then fires {@link SchemaMigrated}. Everything that needs the schema starts by
 * observing it. The service has started when all observers have returned. At shutdown, waits for the background
 * threads.
 */
@ApplicationScoped
public class ApplicationLifecycle {

    private static final Logger LOG = Logger.getLogger(ApplicationLifecycle.class.getName());

    @Inject
    WorkerThreads workers;

    @Inject
    SchemaMigration schema;

    @Inject
    Event<SchemaMigrated> schemaMigrated;

    @Inject
    BackOff backOff;

    @Inject
    @ConfigProperty(name = "orderflow.stop.finish-ms")
    long finishMillis;

    private volatile boolean started;
    private volatile @Nullable String startFailure;

    /** The back-off of all retries in the background. */
    @Produces
    static BackOff backOff(
            @ConfigProperty(name = "orderflow.back-off.first-ms") long firstMillis,
            @ConfigProperty(name = "orderflow.back-off.max-ms") long maxMillis) {
        return new BackOff(firstMillis, maxMillis);
    }

    void start(@Observes Startup event) {
        if (!schema.isJob()) {
            workers.run("start", this::migrateThenStart);
        }
    }

    /** Gives running work time to finish. The next process repeats what is not committed. */
    void stop(@Observes Shutdown event) throws InterruptedException {
        workers.stop();
        workers.join(Duration.ofMillis(finishMillis));
    }

    public boolean isStarted() {
        return started;
    }

    /** Why the last attempt to start failed; null if none has. */
    @Nullable
    String startFailure() {
        return startFailure;
    }

    private void migrateThenStart() {
        try {
            migrate();
            schemaMigrated.fire(new SchemaMigrated());
            startFailure = null;
            started = true;
        } catch (InterruptedException e) {
            LOG.fine("Stopped while starting");
        } catch (RuntimeException e) {
            // This thread ends here, so nothing else would report the failure.
            startFailure = FailureSummary.of(e);
            LoggedFailure.log(LOG, Level.SEVERE, "The service cannot start; it stays unready", e);
        }
    }

    /** Retries until the database is available. Meanwhile readiness reports the failure. */
    private void migrate() throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                schema.migrate();
                return;
            } catch (RuntimeException e) {
                startFailure = FailureSummary.of(e);
                long delay = backOff.millisAfter(attempt);
                LoggedFailure.log(LOG, Level.SEVERE, "The schema cannot be migrated, next try in " + delay + " ms", e);
                workers.pause(delay);
            }
        }
    }
}
