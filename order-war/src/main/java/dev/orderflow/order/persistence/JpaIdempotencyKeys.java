package dev.orderflow.order.persistence;

import dev.orderflow.order.domain.IdempotencyKey;
import dev.orderflow.order.domain.IdempotencyKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Optional;

/** Idempotency keys in PostgreSQL. A reservation is an advisory lock on a hash of the key: it ends with its transaction. */
@ApplicationScoped
class JpaIdempotencyKeys implements IdempotencyKeys {

    /** Two keys with the same 64-bit hash at the same moment would answer one "in flight"; its client then tries again. */
    private static final String RESERVE =
            "select pg_try_advisory_xact_lock(hashtextextended(:customerId || ' ' || :key, 0))";

    private static final String PURGE = """
            delete from idempotency_key where (customer_id, key) in (
                select customer_id, key from idempotency_key
                where created_at < now() - :seconds * interval '1 second'
                order by created_at limit :limit for update skip locked)""";

    @PersistenceContext
    EntityManager entityManager;

    @Override
    public boolean reserve(IdempotencyKey.Id id) {
        return (Boolean) entityManager
                .createNativeQuery(RESERVE, Boolean.class)
                .setParameter("customerId", id.customerId())
                .setParameter("key", id.key())
                .getSingleResult();
    }

    @Override
    public Optional<IdempotencyKey> find(IdempotencyKey.Id id) {
        return Optional.ofNullable(entityManager.find(IdempotencyKey.class, id));
    }

    @Override
    public void add(IdempotencyKey key) {
        entityManager.persist(key);
    }

    @Override
    public int purge(Duration age, int limit) {
        return entityManager
                .createNativeQuery(PURGE)
                .setParameter("seconds", age.toSeconds())
                .setParameter("limit", limit)
                .executeUpdate();
    }
}
