package badhouse.orderflow.order.rest.nest;

import badhouse.orderflow.order.rest.coop.Hen;

/** One half of a circle, below the packages of a service. */
public interface Egg {

    void use(Hen it);
}
