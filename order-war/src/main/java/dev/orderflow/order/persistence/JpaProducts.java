package dev.orderflow.order.persistence;

import dev.orderflow.order.domain.product.Product;
import dev.orderflow.order.domain.product.Products;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Products in PostgreSQL. */
@ApplicationScoped
class JpaProducts implements Products {

    @PersistenceContext
    EntityManager entityManager;

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
