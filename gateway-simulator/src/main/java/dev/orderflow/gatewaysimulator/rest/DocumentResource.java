package dev.orderflow.gatewaysimulator.rest;

import dev.orderflow.gatewaysimulator.http.HttpRoutes;
import dev.orderflow.gatewaysimulator.http.JsonExchange;
import io.helidon.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Serves the OpenAPI document, which is a file. */
public record DocumentResource(String document) {

    public static DocumentResource read() {
        try (InputStream file = DocumentResource.class.getResourceAsStream("/openapi.yaml")) {
            return new DocumentResource(
                    new String(Objects.requireNonNull(file, "openapi.yaml").readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void route(HttpRoutes routes) {
        routes.at("/openapi", Map.of("GET", this::answer));
    }

    private void answer(JsonExchange exchange) {
        exchange.answerText(Status.OK_200, "application/yaml", document);
    }
}
