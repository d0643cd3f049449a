package badhouse.orderflow.order.application;

import badhouse.orderflow.messaging.EventConsumers;

/** A use case that takes what is for adapters from the messaging core. */
public interface PlaceOrderThatConsumes {

    void use(EventConsumers it);
}
