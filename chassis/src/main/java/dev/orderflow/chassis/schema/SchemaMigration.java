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

/** Migrates the schema with Flyway: the messaging tables, the service's own tables, and sample data if requested. */
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

    /** Whether this server only migrates the schema. */
    public boolean isJob() {
        return mode == MigrationMode.AS_JOB;
    }

    /**
     * Migrates the schema, then validates the entities against it. It may be repeated, and concurrent replicas wait for
     * each other. With {@code schema.migration=by-job} it only checks that the job has migrated.
     *
     * @throws IllegalStateException if there is no migration or the schema does not match the entities
     * @throws org.flywaydb.core.api.FlywayException if a migration fails, or the job has not applied it yet
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
                // Flyway also reads db/callback and logs an error if the folder is missing, so there is an empty one.
                .locations("classpath:db/" + folder)
                .table("schema_history_" + folder)
                // Each folder has its own history, so the schema is not empty for the second.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // Existing sample data need not match the current files.
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
