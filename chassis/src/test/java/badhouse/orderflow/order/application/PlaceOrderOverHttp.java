package badhouse.orderflow.order.application;

import jakarta.ws.rs.core.Response;

/** A use case that knows who calls it. */
public interface PlaceOrderOverHttp {

    void use(Response it);
}
