package badhouse.orderflow.payment.simulator;

import badhouse.orderflow.payment.domain.Payment;

/** A simulator that knows the service it lives in. */
public interface SimulatorThatPeeks {

    void use(Payment it);
}
