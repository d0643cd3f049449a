package dev.orderflow.chassis.schema;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.SchemaValidationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/** Flyway owns the schema: the messaging tables, the service's own, and sample data where it is asked for. */
@ApplicationScoped
public class SchemaMigration {

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());

    @Resource(lookup = "jdbc/database-unmanaged")
    DataSource database;

    @PersistenceUnit
    EntityManagerFactory entityManagerFactory;

    @Inject
    @ConfigProperty(name = "sample.data")
    boolean sampleData;

    @Inject
    @ConfigProperty(name = "schema.migration")
    MigrationMode mode;

    /** Whether this server is here to migrate, and for nothing else. */
    public boolean isJob() {
        return mode == MigrationMode.AS_JOB;
    }

    /**
     * Migrates and then holds the entities against the result. May be repeated; replicas that start together wait for
     * each other. With {@code schema.migration=by-job} it only looks whether somebody else has migrated.
     *
     * @throws IllegalStateException when no migration was found or the schema is not the one that the entities expect
     * @throws org.flywaydb.core.api.FlywayException when a migration fails, or has not been applied by whoever applies
     * it
     */
    public void migrate() {
        migrate("messaging");
        migrate("migration");
        if (sampleData && mode != MigrationMode.BY_JOB) {
            migrate("sample");
        }
        try {
            entityManagerFactory.getSchemaManager().validate();
        } catch (SchemaValidationException e) {
            throw new IllegalStateException("The database has another schema than the entities expect", e);
        }
    }

    private void migrate(String folder) {
        Flyway flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database)
                // It also looks into db/callback, and logs an error where there is no such folder: ours is empty.
                .locations("classpath:db/" + folder)
                .table("schema_history_" + folder)
                // Each folder has its own history, so the schema is never empty for the second.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // Sample data is for trying out: who has it need not get what it looks like today.
                .validateOnMigrate(!folder.equals("sample"))
                .load();
        if (flyway.info().all().length == 0) {
            throw new IllegalStateException("No migration found in db/" + folder
                    + "; the folder must hold an empty file named flyway.location to be found on Liberty");
        }
        if (mode == MigrationMode.BY_JOB) {
            flyway.validate();
            return;
        }
        int applied = flyway.migrate().migrationsExecuted;
        LOG.log(Level.INFO, "Schema db/{0}: {1} migration(s) applied", new Object[] {folder, applied});
    }
}
