package badhouse.orderflow.order.domain;

import jakarta.persistence.EntityManager;

/** A domain that uses more of JPA than its annotations. */
public interface OrderThatLoadsItself {

    void use(EntityManager it);
}
