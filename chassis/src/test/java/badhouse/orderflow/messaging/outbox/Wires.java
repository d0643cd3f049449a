package badhouse.orderflow.messaging.outbox;

import java.util.UUID;

/** For the messaging core alone. */
public interface Wires {

    void use(UUID it);
}
