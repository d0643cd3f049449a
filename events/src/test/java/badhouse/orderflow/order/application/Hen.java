package badhouse.orderflow.order.application;

import badhouse.orderflow.order.domain.Egg;

/** The other half of a cycle. */
public interface Hen {

    void use(Egg it);
}
