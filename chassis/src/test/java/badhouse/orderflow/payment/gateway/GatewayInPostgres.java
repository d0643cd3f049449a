package badhouse.orderflow.payment.gateway;

import jakarta.persistence.EntityManager;

/** A gateway with the wrong client library. */
public interface GatewayInPostgres {

    void use(EntityManager it);
}
