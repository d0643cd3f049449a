package badhouse.orderflow.chassis.http;

import jakarta.persistence.EntityManager;

/** A problem mapper with a database. */
public interface ProblemInPostgres {

    void use(EntityManager it);
}
