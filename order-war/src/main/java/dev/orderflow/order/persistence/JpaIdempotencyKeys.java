package dev.orderflow.order.persistence;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.chassis.sql.BatchedWrites.Statement;
import dev.orderflow.chassis.sql.Sql;
import dev.orderflow.chassis.work.Retention;
import dev.orderflow.order.domain.idempotency.IdempotencyKey;
import dev.orderflow.order.domain.idempotency.IdempotencyKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Idempotency keys in PostgreSQL. A reservation is an advisory lock on a hash of the key: it ends with its transaction.
 */
@ApplicationScoped
class JpaIdempotencyKeys implements IdempotencyKeys {

    /**
     * Two keys with the same 64-bit hash at the same moment would answer one "in flight"; its client then tries again.
     */
    private static final String RESERVE =
            "select customer_id, key, pg_try_advisory_xact_lock(hashtextextended(customer_id || ' ' || key, 0))"
                    + " from unnest(?, ?) as asked (customer_id, key)";

    /** Not by JPQL: Hibernate would translate a list of keys anew for each length. */
    private static final String FIND =
            "select customer_id, key, fingerprint, order_id, status, location, entity_tag, body from idempotency_key"
                    + " where (customer_id, key) in (select * from unnest(?, ?))";

    private static final Statement ADD = new Statement(
            "insert into idempotency_key (customer_id, key, fingerprint, order_id, status, location, entity_tag, body)"
                    + " select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)",
            "text",
            "text",
            "bytea",
            "uuid",
            "int4",
            "text",
            "text",
            "text");

    private record Reservation(IdempotencyKey.Id id, boolean granted) {}

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    BatchedWrites writes;

    @Inject
    @ConfigProperty(name = "orderflow.idempotency-key.retention-s")
    long retentionSeconds;

    @Override
    public Set<IdempotencyKey.Id> reserve(Set<IdempotencyKey.Id> ids) {
        return select(ids, RESERVE, row -> new Reservation(id(row), row.getBoolean(3))).stream()
                .filter(Reservation::granted)
                .map(Reservation::id)
                .collect(toSet());
    }

    @Override
    public Map<IdempotencyKey.Id, IdempotencyKey> find(Set<IdempotencyKey.Id> ids) {
        return select(ids, FIND, JpaIdempotencyKeys::key).stream().collect(toMap(IdempotencyKey::id, key -> key));
    }

    private <T> List<T> select(Set<IdempotencyKey.Id> ids, String sql, Sql.RowReader<T> reader) {
        List<IdempotencyKey.Id> listed = List.copyOf(ids);
        return Sql.select(
                entityManager,
                sql,
                reader,
                listed.stream().map(IdempotencyKey.Id::customerId).toArray(String[]::new),
                listed.stream().map(IdempotencyKey.Id::key).toArray(String[]::new));
    }

    private static IdempotencyKey.Id id(ResultSet row) throws SQLException {
        return new IdempotencyKey.Id(row.getString(1), row.getString(2));
    }

    private static IdempotencyKey key(ResultSet row) throws SQLException {
        return new IdempotencyKey(
                id(row),
                row.getBytes(3),
                row.getObject(4, UUID.class),
                new IdempotencyKey.Answer(row.getInt(5), row.getString(6), row.getString(7), row.getString(8)));
    }

    @Override
    public void add(IdempotencyKey key) {
        writes.add(
                ADD,
                key.id().customerId(),
                key.id().key(),
                "\\x" + HexFormat.of().formatHex(key.fingerprint()),
                key.orderId(),
                key.answer().status(),
                key.answer().location(),
                key.answer().entityTag(),
                key.answer().body());
    }

    /** Then nobody sends it again. */
    @Produces
    Retention retention() {
        return new Retention("idempotency_key", "created_at", Duration.ofSeconds(retentionSeconds));
    }
}
