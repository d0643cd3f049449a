package badhouse.orderflow.inventory.lock;

import jakarta.ws.rs.core.Response;

/** A lock with the wrong client library. */
public interface StockLockOverHttp {

    void use(Response it);
}
