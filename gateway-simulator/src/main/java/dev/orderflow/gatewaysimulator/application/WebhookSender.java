package dev.orderflow.gatewaysimulator.application;

import dev.orderflow.gatewaysimulator.domain.Charge;

/** Who is told by webhooks what became of a charge. */
public interface WebhookSender {

    /** Sends so many webhooks, and does not wait for them. */
    void tell(Charge charge, int times);

    /** Sends one webhook long after the answer. */
    void tellLate(Charge charge);
}
