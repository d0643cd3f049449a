package dev.orderflow.inventory.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** Everything lies under {@code /api}. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Orderflow inventory",
                        version = "1",
                        description = "What there is of each SKU, what of it is reserved for which order, and how it"
                                + " came to be. Every error is application/problem+json (RFC 9457)."))
public class InventoryApi extends Application {}
