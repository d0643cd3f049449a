package badhouse.orderflow.order.persistence;

import jakarta.transaction.Transactional;

/** A repository that begins its own transaction. */
public interface TransactionalOrders {

    @Transactional
    void add();
}
