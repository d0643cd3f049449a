package badhouse.orderflow.order.billing;

import java.util.UUID;

/** A class in a package that the house does not have. */
public interface Invoice {

    void use(UUID it);
}
