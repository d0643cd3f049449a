package dev.orderflow.inventory.persistence;

import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.inventory.domain.stock.StockBalance;
import dev.orderflow.inventory.domain.stock.StockMovement;
import dev.orderflow.inventory.domain.stock.StockMovements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JpaStockMovements implements StockMovements {

    private static final String NEWEST = "select m from StockMovement m where m.sku = :sku order by m.seq desc";

    private static final String BEFORE = """
            select m from StockMovement m where m.sku = :sku
            and m.seq < (select b.seq from StockMovement b where b.id = :before) order by m.seq desc""";

    /** Numbers the movements in row order. */
    private static final BatchedWrites.Statement APPEND = BatchedWrites.Statement.insert(
            "stock_movement",
            "id uuid, sku text, kind text, quantity bigint, reserved_change bigint, on_hand_after bigint,"
                    + " reserved_after bigint, order_id uuid, idempotency_key text, reason text, version_after bigint");

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    BatchedWrites writes;

    @Override
    public void append(StockMovement movement) {
        StockBalance after = movement.after();
        writes.add(
                APPEND,
                movement.id(),
                after.sku(),
                movement.kind().name(),
                movement.quantity(),
                movement.reservedChange(),
                after.onHand(),
                after.reserved(),
                movement.orderId(),
                movement.idempotencyKey(),
                movement.reason(),
                movement.versionAfter());
    }

    /**
     * The advisory lock lasts until the transaction ends, so the second of two identical requests sees the first one's
     * row.
     */
    @Override
    public Optional<StockMovement> recordedUnder(String key) {
        entityManager
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))", Integer.class)
                .setParameter("key", key)
                .getSingleResult();
        return entityManager
                .createQuery("select m from StockMovement m where m.idempotencyKey = :key", StockMovement.class)
                .setParameter("key", key)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public List<StockMovement> newest(String sku, @Nullable UUID before, int limit) {
        var query = entityManager.createQuery(before == null ? NEWEST : BEFORE, StockMovement.class);
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.setParameter("sku", sku).setMaxResults(limit).getResultList();
    }
}
