package dev.orderflow.order.rest.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Settings of the console that depend on the deployment. The page at {@code /} itself is static. */
@Path("/console")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConsoleResource {

    @Inject
    ConsoleSettings settings;

    /** Base URLs of the other services, without {@code /api}. */
    @JsonbPropertyOrder({"inventoryUrl", "paymentUrl", "gatewayUrl"})
    public record Services(String inventoryUrl, String paymentUrl, String gatewayUrl) {}

    @GET
    public Services services() {
        return new Services(settings.inventoryUrl(), settings.paymentUrl(), settings.gatewayUrl());
    }
}
