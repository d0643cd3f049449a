package dev.orderflow.order.persistence;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.chassis.sql.Sql;
import dev.orderflow.order.domain.product.Product;
import dev.orderflow.order.domain.product.Products;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue in PostgreSQL. */
@ApplicationScoped
class JpaProducts implements Products {

    @PersistenceContext
    EntityManager entityManager;

    /** Not by JPQL: Hibernate would translate a list of SKUs anew for each length. */
    private static final String OFFER =
            "select sku, name, unit_price, current_timestamp from product where sku = any(?)";

    /** With the database's time in the same round trip. */
    private record OfferRow(Product product, Instant at) {}

    @Override
    public Offer offer(Collection<String> skus) {
        if (skus.isEmpty()) {
            return new Offer(Map.of(), Instant.EPOCH);
        }
        List<OfferRow> rows = Sql.select(
                entityManager,
                OFFER,
                row -> new OfferRow(
                        new Product(row.getString(1), row.getString(2), row.getLong(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                (Object) skus.toArray(String[]::new));
        return new Offer(
                rows.stream().map(OfferRow::product).collect(toMap(Product::sku, product -> product)),
                rows.isEmpty() ? Instant.EPOCH : rows.getFirst().at());
    }

    @Override
    public Optional<Product> find(String sku) {
        return Optional.ofNullable(entityManager.find(Product.class, sku));
    }

    @Override
    public List<Product> list(String afterSku, int limit) {
        return entityManager
                .createQuery("select p from Product p where p.sku > :after order by p.sku", Product.class)
                .setParameter("after", afterSku)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public Optional<Product> lock(String sku) {
        return Optional.ofNullable(entityManager.find(Product.class, sku, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public boolean addIfAbsent(String sku, String name, long unitPrice) {
        return entityManager
                        .createNativeQuery("""
                                insert into product (sku, name, unit_price, version)
                                values (:sku, :name, :unitPrice, 0) on conflict do nothing""")
                        .setParameter("sku", sku)
                        .setParameter("name", name)
                        .setParameter("unitPrice", unitPrice)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void write(Product product) {
        entityManager.flush();
    }
}
