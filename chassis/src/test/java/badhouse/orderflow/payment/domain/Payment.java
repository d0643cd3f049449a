package badhouse.orderflow.payment.domain;

import java.util.UUID;

/** The one good class, for others to misuse. */
public interface Payment {

    void use(UUID it);
}
