package badhouse.orderflow.order.application;

import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A use case that listens to a channel itself. */
public interface ListenToOrders {

    @Incoming("orders")
    void on(String event);
}
