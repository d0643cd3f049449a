package dev.orderflow.payment.persistence;

import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentClaim;
import dev.orderflow.payment.domain.PaymentEntry;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
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

    /** The update changes nothing, but locks existing payments and makes "returning" include them. */
    private static final String OPEN = """
            insert into payment as p (order_id)
            select distinct id from unnest(:orderIds) as opened (id) order by id
            on conflict (order_id) do update set attempts = p.attempts
            returning *""";

    private static final String LOCK = """
            select * from payment where order_id = any(:orderIds) order by order_id for no key update""";

    private static final String LOCK_OVERDUE = """
            select * from payment
            where status in ('PENDING', 'UNKNOWN') and created_at <= now() - :millis * interval '1 ms'
            order by created_at limit :limit
            for no key update skip locked""";

    /**
     * If the payment was changed after it was read (it was not locked), this sets the version to null, which the column
     * rejects.
     */
    private static final BatchedWrites.Statement UPDATE = BatchedWrites.Statement.of(
            "order_id uuid, status text, amount bigint, currency text, token text, reason text, attempts integer,"
                    + " trace_parent text, wait_ms bigint, version integer",
            """
            update payment p set
                status = given.status, amount = given.amount, currency = given.currency, token = given.token,
                reason = given.reason, attempts = given.attempts, trace_parent = given.trace_parent,
                next_attempt_at = case wait_ms when 0 then 'epoch'
                    else coalesce(clock_timestamp() + wait_ms * interval '1 ms', p.next_attempt_at) end,
                version = case p.version when given.version then p.version + 1 end
            from %s where p.order_id = given.order_id""");

    private static final BatchedWrites.Statement ENTER =
            BatchedWrites.Statement.insert("payment_entry", "order_id uuid, kind text, amount bigint");

    /** {@link #UPDATE} alone writes loaded payments. */
    private static final String READ_ONLY = "org.hibernate.readOnly";

    /**
     * Skips rows that others are claiming or recording, so nothing waits. The predicate matches the index. An array,
     * because a join may run the subquery again for each row, and each run locks as many rows as the limit allows.
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

    /** Reads open payments only, from the index of due payments. */
    private static final String OLDEST_OPEN = """
            select status, extract(epoch from clock_timestamp() - min(created_at)) * 1000 from payment
            where status in ('PENDING', 'UNKNOWN', 'EXPIRING', 'VOIDING', 'REFUNDING')
            group by status""";

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    BatchedWrites writes;

    @Override
    public void open(Collection<UUID> orderIds) {
        load(OPEN, Map.of("orderIds", orderIds.toArray(UUID[]::new)));
    }

    @Override
    public List<Payment> lock(Collection<UUID> orderIds) {
        return load(LOCK, Map.of("orderIds", orderIds.toArray(UUID[]::new)));
    }

    @Override
    public List<Payment> lockOverdue(Duration age, int limit) {
        return load(LOCK_OVERDUE, Map.of("millis", age.toMillis(), "limit", limit));
    }

    @SuppressWarnings("unchecked") // JPA has no typed native query of entities
    private List<Payment> load(String sql, Map<String, Object> parameters) {
        Query query = entityManager.createNativeQuery(sql, Payment.class).setHint(READ_ONLY, true);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    @Override
    public void update(Payment payment) {
        if (payment.isChanged()) {
            Duration wait = payment.nextAttemptIn();
            writes.put(
                    UPDATE,
                    payment.orderId(),
                    payment.status().name(),
                    payment.amount(),
                    payment.currency(),
                    payment.token(),
                    payment.reason(),
                    payment.attempts(),
                    payment.traceParent(),
                    wait == null ? null : wait.toMillis(),
                    payment.version());
        }
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
        writes.add(ENTER, entry.orderId(), entry.kind().name(), entry.amount());
    }

    @Override
    public Map<PaymentStatus, Duration> oldestOpen() {
        return PlainSql.select(
                        entityManager,
                        OLDEST_OPEN,
                        row -> Map.entry(PaymentStatus.valueOf(row.getString(1)), Duration.ofMillis(row.getLong(2))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<PaymentClaim> claim(int limit, Duration lease) {
        return PlainSql.select(
                entityManager,
                CLAIM,
                row -> new PaymentClaim(
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
