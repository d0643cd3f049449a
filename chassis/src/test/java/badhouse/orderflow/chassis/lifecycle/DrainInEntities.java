package badhouse.orderflow.chassis.lifecycle;

import jakarta.persistence.EntityManager;

/** A lifecycle that has data of its own. */
public interface DrainInEntities {

    void use(EntityManager it);
}
