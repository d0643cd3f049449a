package dev.orderflow.chassis.schema;

import dev.orderflow.chassis.failure.LoggedFailure;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * With {@code schema.migration=as-job}, migrates once and ends the server: with status 0 if the migration succeeds,
 * otherwise 1.
 */
@ApplicationScoped
public class MigrationJob {

    private static final Logger LOG = Logger.getLogger(MigrationJob.class.getName());

    @Resource
    ManagedThreadFactory threads;

    @Inject
    SchemaMigration schema;

    void start(@Observes Startup event) {
        if (schema.isJob()) {
            threads.newThread(this::migrateThenExit).start();
        }
    }

    private void migrateThenExit() {
        int status = 1;
        try {
            schema.migrate();
            status = 0;
        } catch (RuntimeException e) {
            LoggedFailure.log(LOG, Level.SEVERE, "The schema cannot be migrated", e);
        }
        // On exit the server stops its own threads; a server thread would wait for itself.
        exitFromOutside(status);
    }

    private static void exitFromOutside(int status) {
        Thread.ofPlatform().name("orderflow-exit").start(() -> System.exit(status));
    }
}
