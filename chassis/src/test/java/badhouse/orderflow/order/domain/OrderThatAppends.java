package badhouse.orderflow.order.domain;

import badhouse.orderflow.messaging.Outbox;

/** A domain that knows how its events travel. */
public interface OrderThatAppends {

    void use(Outbox it);
}
