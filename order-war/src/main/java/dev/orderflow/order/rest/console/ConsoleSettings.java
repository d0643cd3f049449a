package dev.orderflow.order.rest.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a browser reaches the other services and the simulated gateway. Defaults stand in
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

    /**
     * What stands before {@code /api} of the inventory service; empty where it is reached under the host of the page.
     */
    String inventoryUrl() {
        return withoutSlash(inventoryUrl.orElse(""));
    }

    /** The same of the payment service. */
    String paymentUrl() {
        return withoutSlash(paymentUrl.orElse(""));
    }

    /** The same of the simulated gateway; empty where there is none. */
    String gatewayUrl() {
        return withoutSlash(gatewayUrl.orElse(""));
    }

    private static String withoutSlash(String url) {
        return url.replaceFirst("/+$", "");
    }
}
