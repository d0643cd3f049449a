package dev.orderflow.events.messaging.internal;

import dev.orderflow.events.failure.Cause;
import dev.orderflow.events.failure.LoggedFailure;
import dev.orderflow.events.schema.SchemaMigrated;
import dev.orderflow.events.schema.SchemaMigration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Starts messaging once the schema is there, and ends it in order before the application goes. */
@ApplicationScoped
public class MessagingLifecycle {

    private static final Logger LOG = Logger.getLogger(MessagingLifecycle.class.getName());

    @Inject
    Workers workers;

    @Inject
    SchemaMigration schema;

    @Inject
    Event<SchemaMigrated> schemaMigrated;

    @Inject
    Channels channels;

    @Inject
    EventRelay relay;

    @Inject
    MessagingConfig config;

    @Inject
    @ConfigProperty(name = "orderflow.stop.finish-ms")
    long finishMillis;

    private volatile boolean started;
    private volatile @Nullable String startFailure;

    void start(@Observes Startup event) {
        if (!schema.isJob()) {
            workers.run("start", this::migrateThenStart);
        }
    }

    /** What is in hand is finished, in time; what is not committed then is delivered again. */
    void stop(@Observes Shutdown event) throws InterruptedException {
        workers.stop();
        relay.wake();
        workers.join(Duration.ofMillis(finishMillis));
    }

    boolean isStarted() {
        return started;
    }

    /** Why the last attempt to start failed; null when none did. */
    @Nullable
    String startFailure() {
        return startFailure;
    }

    private void migrateThenStart() {
        try {
            migrate();
            channels.start();
            workers.keep(EventRelay.NAME, relay::run);
            schemaMigrated.fire(new SchemaMigrated());
            startFailure = null;
            started = true;
        } catch (InterruptedException e) {
            LOG.fine("Stopped while starting");
        } catch (RuntimeException e) {
            // The end of this thread: nobody else would hear of it.
            startFailure = Cause.of(e);
            LoggedFailure.log(LOG, Level.SEVERE, "The service cannot start; it stays unready", e);
        }
    }

    /** A database that is not there yet is waited for: the service reports "not ready" meanwhile, and why. */
    private void migrate() throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                schema.migrate();
                return;
            } catch (RuntimeException e) {
                startFailure = Cause.of(e);
                long delay = config.backOffMillis(attempt);
                LoggedFailure.log(LOG, Level.SEVERE, "The schema cannot be migrated, next try in " + delay + " ms", e);
                workers.pause(delay);
            }
        }
    }
}
