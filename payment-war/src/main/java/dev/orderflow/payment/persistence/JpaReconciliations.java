package dev.orderflow.payment.persistence;

import dev.orderflow.payment.domain.reconciliation.DifferenceKind;
import dev.orderflow.payment.domain.reconciliation.LedgerBalance;
import dev.orderflow.payment.domain.reconciliation.LedgerDifference;
import dev.orderflow.payment.domain.reconciliation.Reconciliation;
import dev.orderflow.payment.domain.reconciliation.Reconciliations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaReconciliations implements Reconciliations {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String BALANCES = """
            select p.orderId, p.status, p.version,
                   sum(case when e.kind = CAPTURE then e.amount else 0 end),
                   sum(case when e.kind = REFUND then e.amount else 0 end),
                   p.currency
            from Payment p left join PaymentEntry e on e.orderId = p.orderId
            where p.orderId in :orderIds
            group by p.orderId, p.status, p.version, p.currency""";

    /**
     * Excludes payments that were never requested, because the gateway does not know them. The predicate matches the
     * index.
     */
    private static final String NOT_AGREED = """
            select order_id from payment
            where status in ('COMPLETED', 'FAILED', 'VOIDED', 'REFUNDED') and agreed_version is distinct from version
            and currency <> 'XXX' and created_at < :before and order_id > :after
            order by order_id limit :limit""";

    /** Locks in the same order as all other statements. Payments that already agreed are not written again. */
    private static final String AGREE = """
            with agreed as (
                select order_id from payment join unnest(?, ?) as seen (id, seen_version) on id = order_id
                where version = seen_version and agreed_version is distinct from version
                order by order_id for no key update of payment)
            update payment set agreed_version = version from agreed where agreed.order_id = payment.order_id""";

    @PersistenceContext
    EntityManager entityManager;

    @Override
    public Reconciliation lock() {
        return entityManager.find(Reconciliation.class, true, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Reconciliation get() {
        return entityManager.find(Reconciliation.class, true);
    }

    @Override
    public List<LedgerBalance> balances(Collection<UUID> orderIds) {
        return orderIds.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(BALANCES, LedgerBalance.class)
                        .setParameter("orderIds", orderIds)
                        .getResultList();
    }

    @Override
    @SuppressWarnings("unchecked") // JPA has typed native queries of entities only
    public List<UUID> notAgreed(Instant before, @Nullable UUID after, int limit) {
        return entityManager
                .createNativeQuery(NOT_AGREED, UUID.class)
                .setParameter("before", before)
                .setParameter("after", after == null ? BEFORE_ALL : after)
                .setParameter("limit", limit)
                .getResultList();
    }

    @Override
    public void agree(Collection<LedgerBalance> balances) {
        if (balances.isEmpty()) {
            return;
        }
        entityManager.<Connection>runWithConnection(connection -> {
            try (var update = connection.prepareStatement(AGREE)) {
                update.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid",
                                balances.stream().map(LedgerBalance::orderId).toArray()));
                update.setArray(
                        2,
                        connection.createArrayOf(
                                "integer",
                                balances.stream().map(LedgerBalance::version).toArray()));
                update.executeUpdate();
            }
        });
    }

    @Override
    public Optional<LedgerDifference> difference(String key) {
        return Optional.ofNullable(entityManager.find(LedgerDifference.class, key));
    }

    @Override
    public void add(LedgerDifference difference) {
        entityManager.persist(difference);
    }

    @Override
    public void remove(LedgerDifference difference) {
        entityManager.remove(difference);
    }

    @Override
    public Map<DifferenceKind, Long> count() {
        return entityManager
                .createQuery("select d.kind, count(*) from LedgerDifference d group by d.kind", Tuple.class)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, DifferenceKind.class), row -> row.get(1, Long.class)));
    }

    @Override
    public List<LedgerDifference> differences(String after, int limit) {
        return entityManager
                .createQuery(
                        "select d from LedgerDifference d where d.key > :after order by d.key", LedgerDifference.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}
