package dev.orderflow.gatewaysimulator.rest;

import dev.orderflow.gatewaysimulator.http.HttpRoutes;
import dev.orderflow.gatewaysimulator.http.JsonExchange;
import io.helidon.http.Status;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Health checks in the form of MicroProfile Health. */
public record HealthResource(BooleanSupplier database) {

    private record Check(String name, String status) {}

    private record Health(String status, List<Check> checks) {}

    public void route(HttpRoutes routes) {
        for (String path : List.of("/health/started", "/health/live")) {
            routes.at(path, Map.of("GET", exchange -> exchange.answer(new Health("UP", List.of()))));
        }
        for (String path : List.of("/health", "/health/ready")) {
            routes.at(path, Map.of("GET", this::ready));
        }
    }

    private void ready(JsonExchange exchange) {
        boolean answers = database.getAsBoolean();
        String status = answers ? "UP" : "DOWN";
        exchange.answer(
                answers ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503,
                new Health(status, List.of(new Check("database", status))));
    }
}
