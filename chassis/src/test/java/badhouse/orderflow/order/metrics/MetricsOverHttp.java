package badhouse.orderflow.order.metrics;

import jakarta.ws.rs.core.Response;

/** A metric that leaves its API. */
public interface MetricsOverHttp {

    void use(Response it);
}
