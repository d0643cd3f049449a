package badhouse.orderflow.order.rest.coop;

import badhouse.orderflow.order.rest.nest.Egg;

/** The other half of a circle, below the packages of a service. */
public interface Hen {

    void use(Egg it);
}
