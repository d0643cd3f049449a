package badhouse.orderflow.order.health;

import jakarta.ws.rs.core.Response;

/** A health check that leaves its API. */
public interface HealthOverHttp {

    void use(Response it);
}
