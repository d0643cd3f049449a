package dev.orderflow.order.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** Everything lies under /api. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Orderflow: orders",
                        version = "1",
                        description =
                                "Place orders and follow them to CONFIRMED, REJECTED or CANCELLED. Amounts are minor units"
                                        + " (cents). Every error is application/problem+json (RFC 9457)."))
public class OrderApplication extends Application {}
