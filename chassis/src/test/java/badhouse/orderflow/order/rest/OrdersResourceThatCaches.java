package badhouse.orderflow.order.rest;

import badhouse.orderflow.order.cache.OrderCacheInPostgres;

/** An adapter that imports another. */
public interface OrdersResourceThatCaches {

    void use(OrderCacheInPostgres it);
}
