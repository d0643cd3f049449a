package badhouse.orderflow.order.domain;

import badhouse.orderflow.order.application.Hen;

/** One half of a cycle. */
public interface Egg {

    void use(Hen it);
}
