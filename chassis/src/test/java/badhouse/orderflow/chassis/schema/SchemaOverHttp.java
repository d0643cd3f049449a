package badhouse.orderflow.chassis.schema;

import jakarta.ws.rs.core.Response;

/** A migration that speaks HTTP. */
public interface SchemaOverHttp {

    void use(Response it);
}
