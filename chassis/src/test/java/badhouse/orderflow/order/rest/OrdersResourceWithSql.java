package badhouse.orderflow.order.rest;

import jakarta.persistence.EntityManager;

/** A resource that passes the use cases by. */
public interface OrdersResourceWithSql {

    void use(EntityManager it);
}
