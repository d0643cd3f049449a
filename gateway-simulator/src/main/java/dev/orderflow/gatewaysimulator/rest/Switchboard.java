package dev.orderflow.gatewaysimulator.rest;

import dev.orderflow.gatewaysimulator.domain.Behaviour;
import dev.orderflow.gatewaysimulator.domain.Ledger;
import dev.orderflow.gatewaysimulator.domain.Switches;
import dev.orderflow.gatewaysimulator.http.ProblemException;
import io.helidon.http.Status;

/** Asks the switches before anything is done. */
record Switchboard(Ledger ledger) {

    /**
     * How a charge is to be handled.
     *
     * @throws ProblemException 503 where the gateway is down
     */
    Behaviour behaviour(String key, String token) {
        Switches switches = ledger.switches();
        requireUp(switches, key);
        return switches.behaviour(key, token);
    }

    /** @throws ProblemException 503 where the gateway is down */
    void requireUp(String key) {
        requireUp(ledger.switches(), key);
    }

    private static void requireUp(Switches switches, String key) {
        if (switches.isDown(key)) {
            throw new ProblemException(
                    Status.SERVICE_UNAVAILABLE_503,
                    "gateway-down",
                    "The simulated gateway is switched to DOWN. DELETE /api/gateway/switches brings it back.");
        }
    }
}
