package badhouse.orderflow.order.messaging;

import jakarta.ws.rs.core.Response;

/** A consumer that speaks HTTP. */
public interface OrderEventsOverHttp {

    void use(Response it);
}
