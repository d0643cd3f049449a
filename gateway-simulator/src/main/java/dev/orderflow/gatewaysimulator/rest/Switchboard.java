package dev.orderflow.gatewaysimulator.rest;

import dev.orderflow.gatewaysimulator.domain.ChargeBehaviour;
import dev.orderflow.gatewaysimulator.domain.ChargeLedger;
import dev.orderflow.gatewaysimulator.domain.GatewaySwitches;
import dev.orderflow.gatewaysimulator.http.ProblemException;
import io.helidon.http.Status;

/** Applies the switches to a request before it has any effect. */
record Switchboard(ChargeLedger ledger) {

    /**
     * Returns the behaviour for a charge.
     *
     * @throws ProblemException 503 if the gateway is switched to DOWN
     */
    ChargeBehaviour behaviour(String key, String token) {
        GatewaySwitches switches = ledger.switches();
        requireUp(switches, key);
        return switches.behaviour(key, token);
    }

    /** @throws ProblemException 503 if the gateway is switched to DOWN */
    void requireUp(String key) {
        requireUp(ledger.switches(), key);
    }

    private static void requireUp(GatewaySwitches switches, String key) {
        if (switches.isDown(key)) {
            throw new ProblemException(
                    Status.SERVICE_UNAVAILABLE_503,
                    "gateway-down",
                    "The simulated gateway is switched to DOWN. DELETE /api/gateway/switches brings it back.");
        }
    }
}
