package badhouse.orderflow.order.messaging;

import badhouse.orderflow.messaging.outbox.Wires;

/** A service that reaches into the messaging core. */
public interface OrderEventsOnWires {

    void use(Wires it);
}
