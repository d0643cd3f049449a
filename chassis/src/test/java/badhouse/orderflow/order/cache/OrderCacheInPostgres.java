package badhouse.orderflow.order.cache;

import jakarta.persistence.EntityManager;

/** A cache with the wrong client library. */
public interface OrderCacheInPostgres {

    void use(EntityManager it);
}
