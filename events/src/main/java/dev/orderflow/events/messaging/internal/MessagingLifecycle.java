package dev.orderflow.events.messaging.internal;

import dev.orderflow.events.schema.SchemaMigrated;
import dev.orderflow.events.schema.SchemaMigration;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts messaging once the schema is there, and stops it before the application goes. */
@ApplicationScoped
public class MessagingLifecycle {

    private static final Logger LOG = Logger.getLogger(MessagingLifecycle.class.getName());
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    @Resource
    ManagedThreadFactory threads;

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

    private final List<Thread> running = new CopyOnWriteArrayList<>();
    private volatile boolean started;
    private volatile @Nullable String startFailure;

    void start(@Observes Startup event) {
        run("orderflow-start", this::migrateThenStart);
    }

    void stop(@Observes Shutdown event) throws InterruptedException {
        channels.stop();
        running.forEach(Thread::interrupt);
        for (Thread thread : running) {
            thread.join(STOP_LIMIT);
        }
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
            run("orderflow-relay", relay::run);
            schemaMigrated.fire(new SchemaMigrated());
            startFailure = null;
            started = true;
        } catch (InterruptedException e) {
            LOG.fine("Stopped while starting");
        } catch (RuntimeException e) {
            startFailure = e.toString();
            LOG.log(Level.SEVERE, "The service cannot start; it stays unready", e);
        }
    }

    /** A database that is not there yet is waited for: the service reports "not ready" meanwhile, and why. */
    private void migrate() throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                schema.migrate();
                return;
            } catch (RuntimeException e) {
                startFailure = e.toString();
                long delay = config.backOffMillis(attempt);
                LOG.log(Level.SEVERE, "The schema cannot be migrated, next try in " + delay + " ms", e);
                TimeUnit.MILLISECONDS.sleep(delay);
            }
        }
    }

    private void run(String name, Runnable task) {
        Thread thread = threads.newThread(task);
        thread.setName(name);
        running.add(thread);
        thread.start();
    }
}
