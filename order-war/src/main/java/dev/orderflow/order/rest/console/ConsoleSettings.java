package dev.orderflow.order.rest.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Base URLs of the other services and of the simulated gateway, as a browser reaches them. The defaults are in
 * microprofile-config.properties.
 */
@ApplicationScoped
public class ConsoleSettings {

    @Inject
    @ConfigProperty(name = "orderflow.console.inventory-url")
    Optional<String> inventoryUrl;

    @Inject
    @ConfigProperty(name = "orderflow.console.payment-url")
    Optional<String> paymentUrl;

    @Inject
    @ConfigProperty(name = "orderflow.console.gateway-url")
    Optional<String> gatewayUrl;

    /** Base URL of the inventory service, without {@code /api}; empty if it shares the host of the page. */
    String inventoryUrl() {
        return withoutSlash(inventoryUrl.orElse(""));
    }

    /** Base URL of the payment service, without {@code /api}; empty if it shares the host of the page. */
    String paymentUrl() {
        return withoutSlash(paymentUrl.orElse(""));
    }

    /** Base URL of the simulated gateway, without {@code /api}; empty if there is none. */
    String gatewayUrl() {
        return withoutSlash(gatewayUrl.orElse(""));
    }

    private static String withoutSlash(String url) {
        return url.replaceFirst("/+$", "");
    }
}
