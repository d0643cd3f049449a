package dev.orderflow.gatewaysimulator.rest;

import dev.orderflow.gatewaysimulator.domain.Ledger;
import dev.orderflow.gatewaysimulator.domain.Switches;
import dev.orderflow.gatewaysimulator.http.Exchange;
import dev.orderflow.gatewaysimulator.http.Routes;
import io.helidon.http.Status;
import java.util.Map;

/** Plays the gateway's failures at run time. */
public record SwitchesResource(Ledger ledger) {

    public void route(Routes routes) {
        routes.at("/api/gateway/switches", Map.of("GET", this::read, "PUT", this::turn, "DELETE", this::reset));
    }

    private void read(Exchange exchange) {
        exchange.answer(ledger.switches());
    }

    private void turn(Exchange exchange) {
        Switches switches = exchange.body(SwitchesBody.class).valid();
        ledger.turn(switches);
        exchange.answer(switches);
    }

    private void reset(Exchange exchange) {
        ledger.turn(Switches.OFF);
        exchange.answerNothing(Status.NO_CONTENT_204);
    }
}
