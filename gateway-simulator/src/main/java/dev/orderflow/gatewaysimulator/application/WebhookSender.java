package dev.orderflow.gatewaysimulator.application;

import dev.orderflow.gatewaysimulator.domain.Charge;

/** Sends webhooks to the merchant. */
public interface WebhookSender {

    /** Sends this number of webhooks, without waiting for them. */
    void send(Charge charge, int times);

    /** Sends one webhook long after the answer. */
    void sendLate(Charge charge);
}
