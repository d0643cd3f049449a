package dev.orderflow.inventory.persistence;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.chassis.sql.BatchedWrites;
import dev.orderflow.chassis.sql.PlainSql;
import dev.orderflow.inventory.domain.stock.Stock;
import dev.orderflow.inventory.domain.stock.StockBalance;
import dev.orderflow.inventory.domain.stock.StockItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

@ApplicationScoped
class JpaStock implements Stock {

    /** Locks rows in the order of the sort. */
    private static final String LOCK = """
            select sku, on_hand, reserved, version, low_at from stock where sku = any(?)
            order by sku for no key update""";

    /**
     * If the item was changed after it was read (it was not locked), this sets the version to null, which the column
     * rejects.
     */
    private static final BatchedWrites.Statement STORE =
            BatchedWrites.Statement.of("sku text, on_hand bigint, reserved bigint, version bigint", """
            update stock set on_hand = given.on_hand, reserved = given.reserved,
                version = case stock.version when given.version then given.version + 1 end
            from %s where stock.sku = given.sku""");

    @PersistenceContext
    EntityManager entityManager;

    @Inject
    BatchedWrites writes;

    @Override
    public Map<String, StockItem> lock(Collection<String> skus) {
        return PlainSql.select(
                        entityManager,
                        LOCK,
                        row -> new StockItem(
                                new StockBalance(
                                        row.getString("sku"),
                                        row.getLong("on_hand"),
                                        row.getLong("reserved"),
                                        row.getLong("version")),
                                row.getLong("low_at")),
                        (Object) skus.toArray(String[]::new))
                .stream()
                .collect(toMap(StockItem::sku, Function.identity()));
    }

    @Override
    public void store(StockItem item) {
        StockBalance balance = item.balance();
        writes.put(STORE, balance.sku(), balance.onHand(), balance.reserved(), balance.version());
    }

    @Override
    public Optional<StockItem> lockOne(String sku) {
        return Optional.ofNullable(entityManager.find(StockItem.class, sku, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void addIfAbsent(String sku) {
        entityManager
                .createNativeQuery("insert into stock (sku) values (:sku) on conflict do nothing")
                .setParameter("sku", sku)
                .executeUpdate();
    }

    @Override
    public void flush() {
        entityManager.flush();
    }

    @Override
    public Optional<StockBalance> find(String sku) {
        return Optional.ofNullable(entityManager.find(StockItem.class, sku)).map(StockItem::balance);
    }

    @Override
    public Optional<Long> lowAt(String sku) {
        return Optional.ofNullable(entityManager.find(StockItem.class, sku)).map(StockItem::lowAt);
    }

    @Override
    public List<StockBalance> list(String after, int limit) {
        return entityManager
                .createQuery("select i from StockItem i where i.sku > :after order by i.sku", StockItem.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(StockItem::balance)
                .toList();
    }
}
