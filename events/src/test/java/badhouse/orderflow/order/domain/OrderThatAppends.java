package badhouse.orderflow.order.domain;

import dev.orderflow.events.messaging.Outbox;

/** A domain that knows how its events travel. */
public interface OrderThatAppends {

    void use(Outbox it);
}
