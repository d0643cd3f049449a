package dev.orderflow.gatewaysimulator.rest;

import dev.orderflow.gatewaysimulator.domain.ChargeLedger;
import dev.orderflow.gatewaysimulator.domain.GatewaySwitches;
import dev.orderflow.gatewaysimulator.http.HttpRoutes;
import dev.orderflow.gatewaysimulator.http.JsonExchange;
import io.helidon.http.Status;
import java.util.Map;

/** Changes the simulated failures at run time. */
public record SwitchesResource(ChargeLedger ledger) {

    public void route(HttpRoutes routes) {
        routes.at("/api/gateway/switches", Map.of("GET", this::read, "PUT", this::turn, "DELETE", this::reset));
    }

    private void read(JsonExchange exchange) {
        exchange.answer(ledger.switches());
    }

    private void turn(JsonExchange exchange) {
        GatewaySwitches switches = exchange.body(SwitchesBody.class).valid();
        ledger.setSwitches(switches);
        exchange.answer(switches);
    }

    private void reset(JsonExchange exchange) {
        ledger.setSwitches(GatewaySwitches.OFF);
        exchange.answerNothing(Status.NO_CONTENT_204);
    }
}
