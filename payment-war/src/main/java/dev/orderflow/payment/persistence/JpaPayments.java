package dev.orderflow.payment.persistence;

import dev.orderflow.chassis.sql.Sql;
import dev.orderflow.payment.domain.Claim;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentEntry;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class JpaPayments implements Payments {

    private static final String OPEN = """
            insert into payment (order_id)
            select id from unnest(?) as opened (id) order by id
            on conflict do nothing""";

    /**
     * Skips what others are claiming or recording at this moment, so nobody waits; the predicate is that of the index.
     * An array, because a join may run the subquery again for each row, and each run locks as many as the limit allows.
     */
    static final String CLAIM = """
            update payment set attempts = attempts + 1, next_attempt_at = clock_timestamp() + ? * interval '1 ms'
            where order_id = any (array(
                select order_id from payment
                where status in ('PENDING', 'UNKNOWN', 'EXPIRING', 'VOIDING', 'REFUNDING')
                and next_attempt_at <= clock_timestamp()
                order by next_attempt_at limit ?
                for no key update skip locked))
            returning order_id, status, amount, currency, token, trace_parent""";

    /** Reads what is open, by the index of what is due, and nothing else. */
    private static final String OLDEST_OPEN = """
            select status, extract(epoch from clock_timestamp() - min(created_at)) * 1000 from payment
            where status in ('PENDING', 'UNKNOWN', 'EXPIRING', 'VOIDING', 'REFUNDING')
            group by status""";

    @PersistenceContext
    EntityManager entityManager;

    @Override
    public void open(Collection<UUID> orderIds) {
        if (orderIds.isEmpty()) {
            return;
        }
        entityManager.<Connection>runWithConnection(connection -> {
            try (var insert = connection.prepareStatement(OPEN)) {
                insert.setArray(1, connection.createArrayOf("uuid", orderIds.toArray()));
                insert.executeUpdate();
            }
        });
        lock(orderIds);
    }

    @Override
    public void lock(Collection<UUID> orderIds) {
        entityManager
                .createQuery("select p from Payment p where p.orderId in :orderIds order by p.orderId", Payment.class)
                .setParameter("orderIds", orderIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    @Override
    @SuppressWarnings("unchecked") // JPA has no typed native query of entities
    public List<Payment> lockOverdue(Duration age, int limit) {
        return entityManager
                .createNativeQuery("""
                        select * from payment
                        where status in ('PENDING', 'UNKNOWN') and created_at <= now() - :millis * interval '1 ms'
                        order by created_at limit :limit
                        for no key update skip locked""", Payment.class)
                .setParameter("millis", age.toMillis())
                .setParameter("limit", limit)
                .getResultList();
    }

    @Override
    public Payment get(UUID orderId) {
        return entityManager.getReference(Payment.class, orderId);
    }

    @Override
    public Optional<Payment> find(UUID orderId) {
        return Optional.ofNullable(entityManager.find(Payment.class, orderId));
    }

    @Override
    public List<PaymentEntry> entries(UUID orderId) {
        return entityManager
                .createQuery(
                        "select e from PaymentEntry e where e.orderId = :orderId order by e.enteredAt, e.kind",
                        PaymentEntry.class)
                .setParameter("orderId", orderId)
                .getResultList();
    }

    @Override
    public void enter(PaymentEntry entry) {
        entityManager.persist(entry);
    }

    @Override
    public Map<PaymentStatus, Duration> oldestOpen() {
        return Sql.select(
                        entityManager,
                        OLDEST_OPEN,
                        row -> Map.entry(PaymentStatus.valueOf(row.getString(1)), Duration.ofMillis(row.getLong(2))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Claim> claim(int limit, Duration lease) {
        return Sql.select(
                entityManager,
                CLAIM,
                row -> new Claim(
                        row.getObject("order_id", UUID.class),
                        PaymentStatus.valueOf(row.getString("status")),
                        row.getLong("amount"),
                        row.getString("currency"),
                        row.getString("token"),
                        row.getString("trace_parent")),
                lease.toMillis(),
                limit);
    }

    @Override
    public Instant now() {
        return ((OffsetDateTime) entityManager
                        .createNativeQuery("select clock_timestamp()", OffsetDateTime.class)
                        .getSingleResult())
                .toInstant();
    }
}
