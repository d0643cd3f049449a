package badhouse.orderflow.messaging;

import badhouse.orderflow.payment.domain.Payment;

/** A messaging core that knows a service. */
public interface OutboxForPayments {

    void use(Payment it);
}
