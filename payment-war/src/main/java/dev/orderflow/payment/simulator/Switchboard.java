package dev.orderflow.payment.simulator;

import dev.orderflow.chassis.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response.Status;

/** Asks the switches before anything is done. */
@ApplicationScoped
class Switchboard {

    @Inject
    Ledger ledger;

    Switches switches() {
        return ledger.switches();
    }

    /**
     * How a charge is to be handled.
     *
     * @throws ProblemException 503 where the gateway is down
     */
    Behaviour behaviour(String key, String token) {
        Switches switches = switches();
        requireUp(switches, key);
        return switches.behaviour(key, token);
    }

    /** @throws ProblemException 503 where the gateway is down */
    void requireUp(String key) {
        requireUp(switches(), key);
    }

    private static void requireUp(Switches switches, String key) {
        if (switches.isDown(key)) {
            throw new ProblemException(
                    Status.SERVICE_UNAVAILABLE,
                    "gateway-down",
                    "The simulated gateway is switched to DOWN. DELETE /api/gateway/switches brings it back.");
        }
    }
}
