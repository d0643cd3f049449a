package dev.orderflow.inventory.persistence;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.inventory.domain.stock.Level;
import dev.orderflow.inventory.domain.stock.Stock;
import dev.orderflow.inventory.domain.stock.StockItem;
import jakarta.enterprise.context.ApplicationScoped;
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

    @PersistenceContext
    EntityManager entityManager;

    @Override
    public Map<String, StockItem> lock(Collection<String> skus) {
        return entityManager
                .createQuery("select i from StockItem i where i.sku in :skus order by i.sku", StockItem.class)
                .setParameter("skus", skus)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .collect(toMap(StockItem::sku, Function.identity()));
    }

    @Override
    public void know(String sku) {
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
    public Optional<Level> find(String sku) {
        return Optional.ofNullable(entityManager.find(StockItem.class, sku)).map(StockItem::level);
    }

    @Override
    public Optional<Long> lowAt(String sku) {
        return Optional.ofNullable(entityManager.find(StockItem.class, sku)).map(StockItem::lowAt);
    }

    @Override
    public List<Level> list(String after, int limit) {
        return entityManager
                .createQuery("select i from StockItem i where i.sku > :after order by i.sku", StockItem.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(StockItem::level)
                .toList();
    }
}
