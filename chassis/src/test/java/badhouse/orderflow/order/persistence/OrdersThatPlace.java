package badhouse.orderflow.order.persistence;

import badhouse.orderflow.order.application.PlaceOrderOverHttp;

/** A repository that runs a use case. */
public interface OrdersThatPlace {

    void use(PlaceOrderOverHttp it);
}
