package dev.orderflow.inventory.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything lies under {@code /api}. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Orderflow: inventory",
                        version = "1",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0"),
                        description = """
                                Stock levels by SKU, reservations of orders, and the stock ledger. Orders reserve \
                                stock through events only.

                                Every error is `application/problem+json` (RFC 9457). `type` identifies the type of \
                                problem, `detail` says what to do, `errors` has an entry per invalid input, and \
                                `traceId` identifies the request in logs and traces. Unknown and repeated query \
                                parameters are refused."""),
        servers = @Server(url = "/", description = "Where this document comes from"),
        tags = {
            @Tag(name = "Stock", description = "Stock levels and stock movements"),
            @Tag(name = "Reservations", description = "Reservations of stock for orders")
        })
public class InventoryApi extends Application {}
