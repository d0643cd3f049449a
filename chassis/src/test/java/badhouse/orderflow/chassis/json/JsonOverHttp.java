package badhouse.orderflow.chassis.json;

import jakarta.ws.rs.core.Response;

/** Documents that answer requests. */
public interface JsonOverHttp {

    void use(Response it);
}
