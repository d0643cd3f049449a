package dev.orderflow.chassis.harness;

import dev.orderflow.localstack.Database;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The persistence unit of a service on a database, for tests that need no server. */
public final class BarePersistence implements AutoCloseable {

    /** Of the current role's statements. */
    private static final String SUM = """
            select coalesce(sum(%s), 0) from pg_stat_statements
            where userid = current_user::regrole and query not like '%%pg_stat_statements%%'
            and dbid = (select oid from pg_database where datname = current_database())""";

    private final Database database;
    private final EntityManagerFactory entityManagers;

    public BarePersistence(String unit, Database database) {
        this.database = database;
        entityManagers = Persistence.createEntityManagerFactory(
                unit,
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jdbc.url", database.jdbcUrl(),
                        "jakarta.persistence.jdbc.user", database.user(),
                        "jakarta.persistence.jdbc.password", database.password()));
    }

    /** Runs work in a transaction and commits. */
    public <T> T commit(Function<EntityManager, T> work) {
        return entityManagers.callInTransaction(work);
    }

    /** Runs work in a transaction and rolls back. */
    public void rollBack(Consumer<EntityManager> work) {
        try (EntityManager entityManager = entityManagers.createEntityManager()) {
            entityManager.getTransaction().begin();
            try {
                work.accept(entityManager);
            } finally {
                entityManager.getTransaction().rollback();
            }
        }
    }

    /**
     * Returns how many statements the work executes; a JDBC batch counts once for each of its rows. The role must be a
     * superuser, and nothing else may use it meanwhile.
     */
    public long statementsOf(Runnable work) {
        return count("calls", work);
    }

    /** Returns how many blocks of 8 KiB the work's statements read, in the cache or not, under the same conditions. */
    public long blocksOf(Runnable work) {
        return count("shared_blks_hit + shared_blks_read", work);
    }

    private long count(String figure, Runnable work) {
        database.execute("create extension if not exists pg_stat_statements");
        long before = database.number(SUM.formatted(figure));
        work.run();
        return database.number(SUM.formatted(figure)) - before;
    }

    @Override
    public void close() {
        entityManagers.close();
    }
}
