package dev.orderflow.order.rest.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The page at {@code /} is made of files; this is what depends on where it runs. */
@Path("/console")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Console")
public class ConsoleResource {

    @Inject
    ConsoleSettings settings;

    /** What stands before the paths of the other services. */
    @JsonbPropertyOrder({"inventoryUrl", "paymentUrl", "gatewayUrl"})
    @Schema(
            name = "ConsoleServices",
            requiredProperties = {"inventoryUrl", "paymentUrl", "gatewayUrl"},
            examples = """
                    {"inventoryUrl": "http://localhost:9081", "paymentUrl": "http://localhost:9082",
                     "gatewayUrl": "http://localhost:9083"}""")
    public record Services(
            @Schema(
                    description =
                            "Base URL of the inventory service, before /api; empty if it shares the host of the page")
            String inventoryUrl,

            @Schema(
                    description =
                            "Base URL of the payment service, before /api; empty if it shares the host of the page")
            String paymentUrl,

            @Schema(description = "Base URL of the simulated gateway, before /api; empty if there is none")
            String gatewayUrl) {}

    @GET
    @Operation(
            operationId = "findServices",
            summary = "Get the base URLs of the services",
            description = "The URLs at which a browser reaches them, for the console.")
    @APIResponse(
            responseCode = "200",
            description = "The base URLs",
            content = @Content(schema = @Schema(implementation = Services.class)))
    public Services services() {
        return new Services(settings.inventoryUrl(), settings.paymentUrl(), settings.gatewayUrl());
    }
}
