package dev.orderflow.order.persistence;

import dev.orderflow.events.retention.Retention;
import dev.orderflow.events.sql.Sql;
import dev.orderflow.order.domain.IdempotencyKey;
import dev.orderflow.order.domain.IdempotencyKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Idempotency keys in PostgreSQL. A reservation is an advisory lock on a hash of the key: it ends with its transaction. */
@ApplicationScoped
class JpaIdempotencyKeys implements IdempotencyKeys {

    /** Two keys with the same 64-bit hash at the same moment would answer one "in flight"; its client then tries again. */
    private static final String RESERVE = "select pg_try_advisory_xact_lock(hashtextextended(? || ' ' || ?, 0))";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    @ConfigProperty(name = "orderflow.idempotency-key.retention-s")
    long retentionSeconds;

    @Override
    public boolean reserve(IdempotencyKey.Id id) {
        return Sql.select(entityManager, RESERVE, row -> row.getBoolean(1), id.customerId(), id.key())
                .getFirst();
    }

    @Override
    public Optional<IdempotencyKey> find(IdempotencyKey.Id id) {
        return Optional.ofNullable(entityManager.find(IdempotencyKey.class, id));
    }

    @Override
    public void add(IdempotencyKey key) {
        entityManager.persist(key);
    }

    /** Then nobody sends it again. */
    @Produces
    Retention retention() {
        return new Retention("idempotency_key", "created_at", Duration.ofSeconds(retentionSeconds));
    }
}
