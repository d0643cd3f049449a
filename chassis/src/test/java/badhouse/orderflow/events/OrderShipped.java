package badhouse.orderflow.events;

import jakarta.json.JsonObject;

/** A contract that depends on more than Java. */
public interface OrderShipped {

    void use(JsonObject it);
}
