package badhouse.orderflow.chassis.sql;

import jakarta.ws.rs.core.Response;

/** Statements that answer requests. */
public interface SqlOverHttp {

    void use(Response it);
}
