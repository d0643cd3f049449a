package badhouse.orderflow.events.messaging.internal;

import java.util.UUID;

/** For the messaging core alone. */
public interface Wires {

    void use(UUID it);
}
